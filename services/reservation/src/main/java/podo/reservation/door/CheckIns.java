package podo.reservation.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** Every scan with its answer, and what the gates want to know of each other. */
@Repository
class CheckIns {

    /** @param admitted people let in at this gate */
    record GateCount(String gate, long admitted) {}

    private static final int MOST_CONFLICTS = 200;
    private static final String SELECT = """
            SELECT id, scan_id, event_id, ticket_id, gate, result, admitted, scanned_by, scanned_at, undone_at FROM check_in
            """;

    private final JdbcClient jdbc;

    CheckIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(CheckIn done, Instant now) {
        jdbc.sql("""
                INSERT INTO check_in (id, scan_id, event_id, ticket_id, gate, result, admitted, scanned_by, scanned_at, recorded_at)
                VALUES (:id, :scanId, :eventId, :ticketId, :gate, :result, :admitted, :scannedBy, :scannedAt, :now)
                """)
                .param("id", done.id())
                .param("scanId", done.scanId())
                .param("eventId", done.eventId())
                .param("ticketId", done.ticketId())
                .param("gate", done.gate())
                .param("result", done.result().name())
                .param("admitted", done.admitted())
                .param("scannedBy", done.scannedBy())
                .param("scannedAt", Utc.millis(done.scannedAt()))
                .param("now", Utc.millis(now))
                .update();
    }

    Optional<CheckIn> find(String id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(CheckIns::read).optional();
    }

    Optional<CheckIn> findByScanId(String scanId) {
        return jdbc.sql(SELECT + "WHERE scan_id = ?")
                .param(scanId)
                .query(CheckIns::read)
                .optional();
    }

    void markUndone(String id, Instant now) {
        jdbc.sql("UPDATE check_in SET undone_at = ? WHERE id = ? AND undone_at IS NULL")
                .params(Utc.millis(now), id)
                .update();
    }

    List<GateCount> countByGate(long eventId) {
        return jdbc.sql("""
                        SELECT gate, COUNT(*) AS n FROM check_in
                        WHERE event_id = ? AND admitted AND undone_at IS NULL GROUP BY gate ORDER BY gate
                        """)
                .param(eventId)
                .query((row, n) -> new GateCount(row.getString("gate"), row.getLong("n")))
                .list();
    }

    /** People who were let in and should not have been, the newest first. */
    List<CheckIn> conflicts(long eventId) {
        return jdbc.sql(SELECT + """
                        WHERE event_id = ? AND admitted AND result <> 'VALID' AND undone_at IS NULL
                        ORDER BY recorded_at DESC, id LIMIT ?
                        """)
                .params(eventId, MOST_CONFLICTS)
                .query(CheckIns::read)
                .list();
    }

    private static CheckIn read(ResultSet row, int n) throws SQLException {
        return new CheckIn(
                row.getString("id"),
                row.getString("scan_id"),
                row.getObject("event_id", Long.class),
                row.getObject("ticket_id", Long.class),
                row.getString("gate"),
                CheckInResult.valueOf(row.getString("result")),
                row.getBoolean("admitted"),
                row.getLong("scanned_by"),
                Utc.instant(row, "scanned_at"),
                Utc.instantOrNull(row, "undone_at"));
    }
}
