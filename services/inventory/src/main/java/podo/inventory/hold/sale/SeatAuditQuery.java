package podo.inventory.hold.sale;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.starter.jdbc.Utc;

/** Reads who owns which seat, and the sums of each hall's seats. */
@Component
class SeatAuditQuery {

    record SoldSeat(long seatId, String orderId) {}

    /** {@code sold} counts rows of sold_seat, the others count seats by status: together they must equal the capacity. */
    record HallSums(long eventId, long capacity, long free, long held, long sold, long blocked) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatAuditQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<SoldSeat> sold(long after, int limit) {
        return jdbc.sql("SELECT seat_id, order_id FROM sold_seat WHERE seat_id > ? ORDER BY seat_id LIMIT ?")
                .params(after, Math.min(limit, 10_000))
                .query((row, n) -> new SoldSeat(row.getLong("seat_id"), row.getString("order_id")))
                .list();
    }

    List<HallSums> halls() {
        return jdbc.sql("""
                        SELECT FLOOR(s.id / :seatsPerEvent) AS event_id, COUNT(*) AS capacity,
                            SUM(s.status = 'A' OR (s.status = 'H' AND s.held_until <= :now)) AS free,
                            SUM(s.status = 'H' AND s.held_until > :now) AS held,
                            SUM(x.seat_id IS NOT NULL) AS sold, SUM(s.status = 'B') AS blocked
                        FROM seat s LEFT JOIN sold_seat x ON x.seat_id = s.id
                        GROUP BY FLOOR(s.id / :seatsPerEvent)
                        """)
                .param("seatsPerEvent", SeatIds.SEATS_PER_EVENT)
                .param("now", Utc.millis(clock.instant()))
                .query((row, n) -> new HallSums(
                        row.getLong("event_id"),
                        row.getLong("capacity"),
                        row.getLong("free"),
                        row.getLong("held"),
                        row.getLong("sold"),
                        row.getLong("blocked")))
                .list();
    }
}
