package podo.reservation.booking.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.reservation.BookingCancelled;
import podo.outbox.Outbox;
import podo.reservation.booking.ticket.TicketHolders;
import podo.starter.jdbc.Utc;

/** Cancellations, from the request to the refund. Recording one also sends {@link BookingCancelled} to payment, in the same transaction. */
@Repository
public class Cancellations {

    /** A cancellation as it was asked for; amounts in whole won. */
    public record Requested(
            String id, int seats, long refundAmount, long fee, String reason, boolean refunded, Instant askedAt) {}

    private final JdbcClient jdbc;
    private final TicketHolders holders;
    private final Outbox outbox;
    private final Clock clock;

    Cancellations(JdbcClient jdbc, TicketHolders holders, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * To be called before the tickets end, so that those who hold them are told.
     *
     * @return the cancellation's id
     */
    public String request(CancelledBooking booking, RefundTable.Refund refund, String reason) {
        String id = UUID.randomUUID().toString();
        List<Long> seatIds =
                refund.seats().stream().map(RefundTable.SeatRefund::seatId).toList();
        jdbc.sql("""
                INSERT INTO cancellation (id, booking_id, seat_ids, refund_amount, fee, reason, asked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        booking.id(),
                        seatIds.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        refund.refund(),
                        refund.fee(),
                        reason,
                        Utc.column(clock.instant()))
                .update();
        outbox.send(new BookingCancelled(
                id,
                booking.id(),
                booking.orderId(),
                booking.holdId(),
                booking.eventId(),
                seatIds,
                refund.refund(),
                refund.fee(),
                reason));
        holders.tellOfEnd(id, booking.id(), seatIds);
        return id;
    }

    /** The cancellations of a booking, oldest first. */
    public List<Requested> ofBooking(String bookingId) {
        return jdbc.sql("""
                        SELECT id, seat_ids, refund_amount, fee, reason, refunded, asked_at FROM cancellation
                        WHERE booking_id = ? ORDER BY asked_at
                        """)
                .param(bookingId)
                .query((row, n) -> new Requested(
                        row.getString("id"),
                        row.getString("seat_ids").split(",").length,
                        row.getLong("refund_amount"),
                        row.getLong("fee"),
                        row.getString("reason"),
                        row.getBoolean("refunded"),
                        Utc.instant(row, "asked_at")))
                .list();
    }

    /** The refunds of these bookings by id, in whole won; one without a cancellation is left out. */
    public Map<String, Long> refunds(List<String> bookingIds) {
        if (bookingIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> refunds = new HashMap<>();
        jdbc.sql(
                        "SELECT booking_id, SUM(refund_amount) FROM cancellation WHERE booking_id IN (:ids) GROUP BY booking_id")
                .param("ids", bookingIds)
                .query(row -> {
                    refunds.put(row.getString(1), row.getLong(2));
                });
        return refunds;
    }

    public void markRefunded(String id) {
        jdbc.sql("UPDATE cancellation SET refunded = TRUE WHERE id = ?")
                .param(id)
                .update();
    }
}
