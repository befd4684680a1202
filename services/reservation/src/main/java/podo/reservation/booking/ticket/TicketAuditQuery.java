package podo.reservation.booking.ticket;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads valid tickets with the price that was paid. */
@Component
class TicketAuditQuery {

    /** {@code price} in whole won. */
    record TicketFacts(long id, String orderId, long eventId, long seatId, long price) {}

    private final JdbcClient jdbc;

    TicketAuditQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, those after {@code after}; 10,000 at most. */
    List<TicketFacts> tickets(long after, int limit) {
        return jdbc.sql("""
                        SELECT t.id, b.order_id, b.event_id, t.seat_id, s.price
                        FROM ticket t
                        JOIN booking b ON b.id = t.booking_id
                        JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
                        WHERE t.valid AND t.id > ? ORDER BY t.id LIMIT ?
                        """)
                .params(after, Math.min(limit, 10_000))
                .query((row, n) -> new TicketFacts(
                        row.getLong("id"),
                        row.getString("order_id"),
                        row.getLong("event_id"),
                        row.getLong("seat_id"),
                        row.getLong("price")))
                .list();
    }
}
