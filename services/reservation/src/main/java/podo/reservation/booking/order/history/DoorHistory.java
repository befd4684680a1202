package podo.reservation.booking.order.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** Whom the tickets of an order let in. */
@Repository
class DoorHistory {

    /**
     * @param seat as people call it, where it is now
     * @param by the account that checked the ticket
     * @param undoneAt null while it stands
     */
    record Entry(
            Instant at,
            String gate,
            String seat,
            long by,
            @Nullable Instant undoneAt) {}

    private final JdbcClient jdbc;

    DoorHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> ofBooking(String bookingId) {
        return jdbc.sql("""
                        SELECT c.scanned_at, c.gate, c.scanned_by, c.undone_at,
                            CONCAT(s.section, IF(s.seat_row = '', '', CONCAT(' ', s.seat_row, '-', s.seat_number))) AS seat
                        FROM ticket t
                        JOIN check_in c ON c.ticket_id = t.id
                        JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
                        WHERE t.booking_id = ? AND c.admitted ORDER BY c.scanned_at
                        """)
                .param(bookingId)
                .query((row, n) -> new Entry(
                        Utc.instant(row, "scanned_at"),
                        row.getString("gate"),
                        row.getString("seat"),
                        row.getLong("scanned_by"),
                        Utc.instantOrNull(row, "undone_at")))
                .list();
    }
}
