package podo.inventory.hold;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.jdbc.Utc;

/** What the auditor compares: who owns which seat, and whether each hall's seats add up. */
@RestController
class SeatAuditController {

    record Sold(long seatId, String orderId) {}

    /** {@code sold} comes from the register of sold seats, the others from the seats themselves: they must agree. */
    record HallSums(long eventId, long capacity, long free, long held, long sold, long blocked) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatAuditController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/internal/audit/sold")
    List<Sold> sold(@RequestParam long after, @RequestParam int limit) {
        return jdbc.sql("SELECT seat_id, order_id FROM sold_seat WHERE seat_id > ? ORDER BY seat_id LIMIT ?")
                .params(after, Math.min(limit, 10_000))
                .query(Sold.class)
                .list();
    }

    @GetMapping("/internal/audit/halls")
    List<HallSums> halls() {
        return jdbc.sql("""
                        SELECT FLOOR(s.id / 1000000) AS event_id, COUNT(*) AS capacity,
                            SUM(s.status = 'A' OR (s.status = 'H' AND s.held_until <= :now)) AS free,
                            SUM(s.status = 'H' AND s.held_until > :now) AS held,
                            SUM(x.seat_id IS NOT NULL) AS sold, SUM(s.status = 'B') AS blocked
                        FROM seat s LEFT JOIN sold_seat x ON x.seat_id = s.id
                        GROUP BY FLOOR(s.id / 1000000)
                        """)
                .param("now", Utc.millis(clock.instant()))
                .query(HallSums.class)
                .list();
    }
}
