package podo.web.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.calls.BookingClient;
import podo.web.calls.BookingClient.Booking;
import podo.web.calls.BookingClient.Event;
import podo.web.calls.BookingClient.Ticket;

/** A fan's bookings with the tickets that came of them, the next show first. */
@Component
class FanOrders {

    record Order(Booking booking, Event event, List<Ticket> tickets) {

        public boolean over(Instant now) {
            return event.startsAt() != null && event.startsAt().isBefore(now);
        }

        /** Paid, but the bank was too late and the seats had gone: there never was a ticket, and the money goes back. */
        public boolean lost() {
            boolean given = booking.seats().stream().noneMatch(BookingClient.Seat::kept);
            return tickets.isEmpty() && (booking.is("REFUNDED") || booking.is("CANCELLED") && given);
        }

        /** There is a seat that can still be given back. */
        public boolean cancellable(Instant now) {
            return booking.is("CONFIRMED")
                    && !over(now)
                    && booking.seats().stream().anyMatch(BookingClient.Seat::kept);
        }
    }

    private final BookingClient bookings;

    FanOrders(BookingClient bookings) {
        this.bookings = bookings;
    }

    /** Those that hold tickets or may still get some; what came to nothing is left out. */
    List<Order> mine() {
        List<Ticket> tickets = bookings.tickets();
        List<Order> orders = new ArrayList<>();
        for (Booking booking : bookings.mine()) {
            List<Ticket> own = of(booking, tickets);
            Event event = booking.event() != null
                    ? booking.event()
                    : own.isEmpty() ? null : own.getFirst().event();
            if (event == null) {
                continue;
            }
            Order order = new Order(booking, event, own);
            boolean nothing = booking.is("CANCELLED") && own.isEmpty() && !order.lost();
            if (!booking.is("EXPIRED") && !nothing) {
                orders.add(order);
            }
        }
        orders.sort(Comparator.comparing(
                (Order order) -> order.event().startsAt(), Comparator.nullsLast(Comparator.naturalOrder())));
        return orders;
    }

    Optional<Order> one(String bookingId) {
        return mine().stream()
                .filter(order -> order.booking().id().equals(bookingId))
                .findFirst();
    }

    private static List<Ticket> of(Booking booking, List<Ticket> tickets) {
        List<Long> seats = booking.seats().stream().map(BookingClient.Seat::id).toList();
        return tickets.stream()
                .filter(ticket -> belongs(
                        ticket.reservationId(),
                        booking.id(),
                        seats.contains(ticket.seat().id())))
                .toList();
    }

    private static boolean belongs(@Nullable String reservation, String booking, boolean seatFits) {
        return reservation == null ? seatFits : Objects.equals(reservation, booking);
    }
}
