package podo.web.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.contracts.reservation.BookingStatus;

/** Bookings, refunds and tickets, at the reservation service. Money is whole won. */
public interface BookingClient {

    record NewBooking(String holdId) {}

    record Event(
            long id, String title, String venue, @Nullable Instant startsAt) {}

    record Seat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            long price,
            @Nullable String status) {

        /** Whether the seat still belongs to the fan; false after a cancellation. */
        public boolean kept() {
            return status == null || status.equals("BOOKED");
        }
    }

    /** @param status null when the service sends a status that this version does not know */
    record Booking(
            String id,
            String orderId,
            @Nullable String holdId,
            long amount,
            @Nullable BookingStatus status,
            @Nullable Instant expiresAt,
            @Nullable Event event,
            List<Seat> seats) {

        public boolean is(BookingStatus asked) {
            return status == asked;
        }
    }

    record TicketSeat(long id, String section, String row, int number, String grade) {}

    record Ticket(String id, @Nullable String reservationId, Event event, TicketSeat seat, String code, String status) {

        public boolean valid() {
            return status.equals("VALID");
        }
    }

    record Cancel(@Nullable List<Long> seatIds) {}

    /** What a cancellation of these seats pays back and keeps. */
    record Refund(int feePercent, long fee, long refund) {}

    @PostExchange("/api/reservations")
    Booking open(@RequestHeader("Idempotency-Key") String key, @RequestBody NewBooking hold);

    @GetExchange("/api/reservations")
    List<Booking> listOwn();

    @GetExchange("/api/reservations/{id}")
    Booking get(@PathVariable String id);

    @GetExchange("/api/reservations/{id}/refund")
    Refund refund(@PathVariable String id, @RequestParam List<Long> seatIds);

    @PostExchange("/api/reservations/{id}/cancel")
    Booking cancel(@PathVariable String id, @RequestHeader("Idempotency-Key") String key, @RequestBody Cancel cancel);

    @GetExchange("/api/tickets")
    List<Ticket> tickets();
}
