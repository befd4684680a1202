package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** From hold to ticket, and back (reservation service). */
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

        /** Still the fan's: not given back. */
        public boolean kept() {
            return status == null || status.equals("BOOKED");
        }
    }

    record Booking(
            String id,
            String orderId,
            @Nullable String holdId,
            long amount,
            String status,
            @Nullable Instant expiresAt,
            @Nullable Event event,
            List<Seat> seats) {

        public boolean is(String name) {
            return status.equals(name);
        }
    }

    record TicketSeat(long id, String section, String row, int number, String grade) {}

    record Ticket(String id, @Nullable String reservationId, Event event, TicketSeat seat, String code, String status) {

        public boolean valid() {
            return status.equals("VALID");
        }
    }

    record Cancel(@Nullable List<Long> seatIds) {}

    /** What a cancel of these seats would give back, whole won. */
    record Refund(int feePercent, long fee, long refund) {}

    @PostExchange("/api/reservations")
    Booking open(@RequestHeader("Idempotency-Key") String key, @RequestBody NewBooking hold);

    @GetExchange("/api/reservations")
    List<Booking> mine();

    @GetExchange("/api/reservations/{id}")
    Booking one(@PathVariable String id);

    @GetExchange("/api/reservations/{id}/refund")
    Refund refund(@PathVariable String id, @RequestParam List<Long> seatIds);

    @PostExchange("/api/reservations/{id}/cancel")
    Booking cancel(@PathVariable String id, @RequestHeader("Idempotency-Key") String key, @RequestBody Cancel cancel);

    @GetExchange("/api/tickets")
    List<Ticket> tickets();
}
