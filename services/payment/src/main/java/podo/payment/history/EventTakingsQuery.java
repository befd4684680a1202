package podo.payment.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the ledger and the declined payments of an event. */
@Repository
class EventTakingsQuery {

    private record Sums(long captured, long refunded) {}

    private final JdbcClient jdbc;

    EventTakingsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    EventTakings of(long eventId) {
        Sums sums = jdbc.sql("""
                        SELECT COALESCE(SUM(IF(l.kind = 'CAPTURED', l.amount, 0)), 0) AS captured,
                            COALESCE(SUM(IF(l.kind = 'REFUNDED', l.amount, 0)), 0) AS refunded
                        FROM payment p JOIN ledger_entry l ON l.order_id = p.order_id WHERE p.event_id = ?
                        """)
                .param(eventId)
                .query((row, n) -> new Sums(row.getLong("captured"), row.getLong("refunded")))
                .single();
        return new EventTakings(sums.captured(), sums.refunded(), declined(eventId));
    }

    private Map<String, Long> declined(long eventId) {
        Map<String, Long> byCode = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT COALESCE(a.code, '') AS code, COUNT(*) AS times
                        FROM payment p JOIN attempt a ON a.order_id = p.order_id
                        WHERE p.event_id = ? AND a.state = 'DECLINED' GROUP BY a.code ORDER BY times DESC, code
                        """).param(eventId).query(row -> {
            byCode.put(row.getString("code"), row.getLong("times"));
        });
        return byCode;
    }
}
