package podo.web.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingStatus;
import podo.web.client.BookingClient;
import podo.web.client.BookingClient.Booking;
import podo.web.client.BookingClient.Event;
import podo.web.client.BookingClient.Ticket;

/** A fan's bookings with their tickets, the next event first. */
@Component
class FanOrders {

    record Order(Booking booking, Event event, List<Ticket> tickets) {

        public boolean isOver(Instant now) {
            return event.startsAt() != null && event.startsAt().isBefore(now);
        }

        /** Paid too late: the seats had been sold to others, no ticket was issued and the money is paid back. */
        public boolean isLost() {
            boolean noSeats = booking.seats().stream().noneMatch(BookingClient.Seat::kept);
            return tickets.isEmpty()
                    && (booking.is(BookingStatus.REFUNDED) || booking.is(BookingStatus.CANCELLED) && noSeats);
        }

        /** Whether a seat can still be cancelled. */
        public boolean isCancellable(Instant now) {
            return booking.is(BookingStatus.CONFIRMED)
                    && !isOver(now)
                    && booking.seats().stream().anyMatch(BookingClient.Seat::kept);
        }

        /** CSS class of the status. */
        public String tone() {
            return switch (booking.status()) {
                case CONFIRMED -> "ok";
                case CHECKING, PENDING -> "warn";
                case CANCELLED, REFUNDED, EXPIRED -> "";
                case null -> "";
            };
        }

        /** Message key of the explanation why there are no tickets. */
        public String noTicketsKey() {
            return switch (booking.status()) {
                case PENDING -> "tickets.pending";
                case CHECKING -> "pay.checking.once";
                case CONFIRMED, CANCELLED, REFUNDED, EXPIRED -> "tickets.none-of";
                case null -> "tickets.none-of";
            };
        }
    }

    private final BookingClient bookings;

    FanOrders(BookingClient bookings) {
        this.bookings = bookings;
    }

    /** Orders that have tickets or may still get some; expired and cancelled ones without tickets are left out. */
    List<Order> listOwn() {
        List<Ticket> tickets = bookings.tickets();
        List<Order> orders = new ArrayList<>();
        for (Booking booking : bookings.listOwn()) {
            List<Ticket> own = of(booking, tickets);
            Event event = booking.event() != null
                    ? booking.event()
                    : own.isEmpty() ? null : own.getFirst().event();
            if (event == null) {
                continue;
            }
            Order order = new Order(booking, event, own);
            boolean withoutResult = booking.is(BookingStatus.CANCELLED) && own.isEmpty() && !order.isLost();
            if (!booking.is(BookingStatus.EXPIRED) && !withoutResult) {
                orders.add(order);
            }
        }
        orders.sort(Comparator.comparing(
                (Order order) -> order.event().startsAt(), Comparator.nullsLast(Comparator.naturalOrder())));
        return orders;
    }

    Optional<Order> find(String bookingId) {
        return listOwn().stream()
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
