package podo.reservation.booking.code;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/** Reads what codes promise and how often they are used. */
@Component
class CodeAuditQuery {

    /**
     * @param how PERCENT, AMOUNT or PRICE
     * @param mostUses 0 for any number
     * @param used the number that the code itself has
     * @param bookings how many bookings use it
     * @param presalesWithoutUse bookings that are paid, were made in the presale that this code opened, and have no use of it
     * @param strays those of them that are over or do not name this code, and paid bookings that name it without using it
     */
    record CodeFacts(
            long id,
            long eventId,
            String code,
            String how,
            long value,
            int mostUses,
            int used,
            int bookings,
            int strays,
            int presalesWithoutUse) {}

    private static final int MOST = 10_000;

    /** By then every use that is over was given back. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final String STRAY = """
            (u.booking_id IS NOT NULL AND u.ended_at IS NULL AND (b.id IS NULL OR b.state = 'REFUNDED'
                    OR b.state = 'CANCELLED' AND NOT EXISTS (SELECT 1 FROM booked_seat s WHERE s.booking_id = b.id AND s.state = 'BOOKED')
                    OR b.state IN ('PENDING', 'CANCELLED') AND b.expires_at < :over
                    OR b.code IS NULL OR JSON_VALUE(b.code, '$.id') <> u.code_id)
                OR u.ended_at IS NOT NULL AND b.state IN ('PAID', 'CONFIRMED') AND JSON_VALUE(b.code, '$.id') = u.code_id)
            """;

    private final JdbcClient jdbc;
    private final CodeSettings settings;
    private final Clock clock;

    CodeAuditQuery(JdbcClient jdbc, CodeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** By id, those after {@code after}; 10,000 at most. */
    List<CodeFacts> codes(long after, int limit) {
        Map<Long, Integer> withoutUse = presalesWithoutUse(after);
        return jdbc.sql("""
                        SELECT c.id, c.event_id, c.code, c.how, c.value, COALESCE(c.most_uses, 0) AS most_uses, c.used,
                            COALESCE(SUM(u.booking_id IS NOT NULL AND u.ended_at IS NULL), 0) AS bookings, COALESCE(SUM(""" + STRAY + """
                            ), 0) AS strays
                        FROM (
                            SELECT id, event_id, code, how, value, most_uses, used FROM discount_code
                            WHERE id > :after ORDER BY id LIMIT :most
                        ) c
                        LEFT JOIN code_use u ON u.code_id = c.id
                        LEFT JOIN booking b ON b.id = u.booking_id
                        GROUP BY c.id, c.event_id, c.code, c.how, c.value, c.most_uses, c.used ORDER BY c.id
                        """)
                .param(
                        "over",
                        Utc.millis(clock.instant().minus(settings.latePayment()).minus(SETTLED)))
                .param("after", after)
                .param("most", Math.min(limit, MOST))
                .query((row, n) -> new CodeFacts(
                        row.getLong("id"),
                        row.getLong("event_id"),
                        row.getString("code"),
                        row.getString("how"),
                        row.getLong("value"),
                        row.getInt("most_uses"),
                        row.getInt("used"),
                        row.getInt("bookings"),
                        row.getInt("strays"),
                        withoutUse.getOrDefault(row.getLong("id"), 0)))
                .list();
    }

    /** By code. A query of its own: as a subquery of the other one it kills MariaDB 11.4.5. */
    private Map<Long, Integer> presalesWithoutUse(long after) {
        return jdbc
                .sql("""
                        SELECT p.code_id, COUNT(*) AS bookings FROM presale p
                        JOIN booking b ON b.event_id = p.event_id AND b.pass_id LIKE CONCAT('presale:', p.id, ':%')
                            AND b.state IN ('PAID', 'CONFIRMED')
                        LEFT JOIN code_use u ON u.booking_id = b.id AND u.code_id = p.code_id AND u.ended_at IS NULL
                        WHERE p.code_id > ? AND u.booking_id IS NULL GROUP BY p.code_id
                        """)
                .param(after)
                .query((row, n) -> Map.entry(row.getLong("code_id"), row.getInt("bookings")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
