package podo.reservation.booking.code;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Data for the auditor: how often codes were used, by their own number and by the bookings that use them. */
@RestController
class CodeAuditController {

    /** @param mostUses 0 for any number */
    record CodeFacts(long id, long eventId, String code, int mostUses, int used, int bookings) {}

    private final JdbcClient jdbc;

    CodeAuditController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, those after {@code after}; 10,000 at most. */
    @GetMapping("/internal/audit/codes")
    List<CodeFacts> codes(@RequestParam long after, @RequestParam int limit) {
        return jdbc.sql("""
                        SELECT c.id, c.event_id, c.code, COALESCE(c.most_uses, 0) AS most_uses, c.used,
                            (SELECT COUNT(*) FROM code_use u WHERE u.code_id = c.id AND u.ended_at IS NULL) AS bookings
                        FROM discount_code c WHERE c.id > ? ORDER BY c.id LIMIT ?
                        """)
                .params(after, Math.min(limit, 10_000))
                .query((row, n) -> new CodeFacts(
                        row.getLong("id"),
                        row.getLong("event_id"),
                        row.getString("code"),
                        row.getInt("most_uses"),
                        row.getInt("used"),
                        row.getInt("bookings")))
                .list();
    }
}
