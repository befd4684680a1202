package podo.reservation.booking.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/** Reads valid tickets with the price that was paid. */
@Component
class TicketAuditQuery {

    /**
     * @param price that was paid, in whole won
     * @param discount what a code took off
     * @param codeId the code that its booking uses; null without one
     * @param heldPrice what a ticket of the usual kind cost when the seat was held
     * @param kind of ticket; null for the usual one
     * @param bookedAt when the kinds that could be chosen were read; null for a seat that was offered back, which has no choice
     */
    record TicketFacts(
            long id,
            String orderId,
            long eventId,
            long seatId,
            long price,
            long discount,
            @Nullable Long codeId,
            long heldPrice,
            @Nullable String kind,
            @Nullable Instant bookedAt) {}

    private final JdbcClient jdbc;

    TicketAuditQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, those after {@code after}; 10,000 at most. */
    List<TicketFacts> tickets(long after, int limit) {
        return jdbc.sql("""
                        SELECT t.id, b.order_id, b.event_id, t.seat_id, s.price, s.discount, u.code_id,
                               COALESCE(s.held_price, s.price) AS held_price, s.kind,
                               IF(b.pass_id LIKE 'give-back:%', NULL, b.created_at) AS booked_at
                        FROM ticket t
                        JOIN booking b ON b.id = t.booking_id
                        JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
                        LEFT JOIN code_use u ON u.booking_id = b.id AND u.ended_at IS NULL
                        WHERE t.valid AND t.id > ? ORDER BY t.id LIMIT ?
                        """)
                .params(after, Math.min(limit, 10_000))
                .query((row, n) -> new TicketFacts(
                        row.getLong("id"),
                        row.getString("order_id"),
                        row.getLong("event_id"),
                        row.getLong("seat_id"),
                        row.getLong("price"),
                        row.getLong("discount"),
                        (Long) row.getObject("code_id"),
                        row.getLong("held_price"),
                        row.getString("kind"),
                        Utc.instantOrNull(row, "booked_at")))
                .list();
    }
}
