package podo.web.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingStatus;
import podo.web.client.BookingClient;
import podo.web.client.BookingClient.Booking;
import podo.web.client.BookingClient.Event;
import podo.web.client.BookingClient.Ticket;
import podo.web.client.ServiceRefusal;

/** A fan's bookings with their tickets. The service decides what belongs on a page and in which order: the next event first. */
@Component
class FanOrders {

    record Order(Booking booking, Event event, List<Ticket> tickets) {

        public boolean isOver(Instant now) {
            return event.isOver(now);
        }

        /** Paid too late: the seats had been sold to others, no ticket was issued and the money is paid back. */
        public boolean isLost() {
            return booking.endedBecause() == null ? tickets.isEmpty() && isPaidBack() : booking.endedBy("SEATS_LOST");
        }

        private boolean isPaidBack() {
            boolean noSeats = booking.seats().stream().noneMatch(BookingClient.Seat::kept);
            return booking.is(BookingStatus.REFUNDED) || booking.is(BookingStatus.CANCELLED) && noSeats;
        }

        /** Some seats were cancelled, and some are kept. */
        public boolean isPartlyCancelled() {
            return booking.is(BookingStatus.CONFIRMED) && booking.hasCancelledSeats();
        }

        /** Message key of the status, null for one that this version does not know. */
        public @Nullable String statusKey() {
            if (booking.status() == null) {
                return null;
            }
            return "booking." + (isPartlyCancelled() ? "PARTLY" : booking.status());
        }

        /** Whether a seat can still be cancelled. */
        public boolean isCancellable(Instant now) {
            return booking.is(BookingStatus.CONFIRMED)
                    && !isOver(now)
                    && booking.seats().stream().anyMatch(BookingClient.Seat::isOwn);
        }

        /** Whether a seat can be offered back and a cancellation may cost something. */
        public boolean isOfferable(Instant now) {
            return isCancellable(now)
                    && booking.freeUntil(now) == null
                    && tickets.stream().anyMatch(Ticket::isUnused);
        }

        /** Whether a ticket can still be handed over. */
        public boolean isTransferable(Instant now) {
            return event.isHandoverOpen(now) && tickets.stream().anyMatch(Ticket::isUnused);
        }

        /** Whether the name on a ticket can still be changed. */
        public boolean isNameable() {
            return tickets.stream().anyMatch(Ticket::isUnused);
        }

        /** Seats whose tickets belong to others now. */
        public List<BookingClient.Seat> handedOver() {
            return booking.seats().stream()
                    .filter(seat -> seat.kept() && seat.isHandedOver())
                    .toList();
        }

        /** Whether the fan has to pay, or to wait for the bank. */
        public boolean isUnpaid() {
            return booking.is(BookingStatus.PENDING) || booking.is(BookingStatus.CHECKING);
        }

        /** Whether its show is still to come. */
        public boolean isComing(Instant now) {
            return booking.is(BookingStatus.CONFIRMED) && !isOver(now);
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

        /** Message key of what became of the order where its tickets do not say it; null when they do. */
        public @Nullable String noteKey() {
            if (isLost()) {
                return "pay.returned.text";
            }
            if (booking.endedBy("EVENT_CANCELLED")) {
                return "tickets.event-cancelled";
            }
            return tickets.isEmpty() && handedOver().isEmpty() ? noTicketsKey() : null;
        }

        private String noTicketsKey() {
            return switch (booking.status()) {
                case PENDING -> "tickets.pending";
                case CHECKING -> "pay.checking.once";
                case CONFIRMED, CANCELLED, REFUNDED, EXPIRED -> "tickets.none-of";
                case null -> "tickets.none-of";
            };
        }
    }

    /** @param number from 0 */
    record OrdersPage(List<Order> content, int number, int totalPages) {}

    private static final int PER_PAGE = 20;

    private final BookingClient bookings;

    FanOrders(BookingClient bookings) {
        this.bookings = bookings;
    }

    /** @param number from 0 */
    OrdersPage page(int number) {
        ResponseEntity<List<Booking>> found = bookings.listOrders(number, PER_PAGE);
        List<Booking> page = Objects.requireNonNullElse(found.getBody(), List.of());
        return new OrdersPage(withTickets(page), number, pages(found.getHeaders(), page.size()));
    }

    /** The order of this booking, however old it is; empty when the fan has none with this id. */
    Optional<Order> find(String bookingId) {
        try {
            return withTickets(List.of(bookings.get(bookingId))).stream().findFirst();
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 404) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private List<Order> withTickets(List<Booking> page) {
        List<String> without = page.stream()
                .filter(booking -> booking.tickets() == null)
                .map(Booking::id)
                .toList();
        List<Ticket> tickets = without.isEmpty() ? List.of() : bookings.tickets(without);
        return page.stream()
                .flatMap(booking -> order(booking, tickets).stream())
                .toList();
    }

    private static Optional<Order> order(Booking booking, List<Ticket> tickets) {
        List<Ticket> own = booking.tickets() != null
                ? booking.tickets()
                : tickets.stream()
                        .filter(ticket -> booking.id().equals(ticket.reservationId()))
                        .toList();
        return Optional.ofNullable(booking.event()).map(event -> new Order(booking, event, own));
    }

    private static int pages(HttpHeaders headers, int found) {
        String total = headers.getFirst("X-Total-Count");
        long orders = total == null ? found : Long.parseLong(total);
        return (int) ((orders + PER_PAGE - 1) / PER_PAGE);
    }
}
