package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.time.Utc;

/** The register of sold seats: its primary key is the last word against a double sale. */
@Repository
class SoldSeats {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SoldSeats(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Enters all seats of the hold; a seat that stands there already makes it fail. */
    void enter(Hold hold, String orderId) {
        batches.batchUpdate(
                "INSERT INTO sold_seat (seat_id, hold_id, order_id, sold_at) VALUES (?, ?, ?, ?)",
                hold.seatIds().stream()
                        .map(id -> new Object[] {id, hold.id(), orderId, Utc.column(clock.instant())})
                        .toList());
    }

    /** Strikes out those of the seats that this order had bought, and answers them. */
    List<Long> leave(Collection<Long> seatIds, String orderId) {
        if (seatIds.isEmpty()) {
            return List.of();
        }
        List<Long> bought = jdbc.sql(
                        "SELECT seat_id FROM sold_seat WHERE seat_id IN (:ids) AND order_id = :order ORDER BY seat_id FOR UPDATE")
                .param("ids", seatIds)
                .param("order", orderId)
                .query(Long.class)
                .list();
        if (!bought.isEmpty()) {
            jdbc.sql("DELETE FROM sold_seat WHERE seat_id IN (:ids)")
                    .param("ids", bought)
                    .update();
        }
        return bought;
    }

    /** Notes when refunded seats go out. */
    void announce(Collection<Long> seatIds, Instant outAt) {
        batches.batchUpdate(
                "REPLACE INTO returning_seat (seat_id, out_at) VALUES (?, ?)",
                seatIds.stream().map(id -> new Object[] {id, Utc.column(outAt)}).toList());
    }

    /** Sets free some of the refunded seats whose moment has come; answers them. */
    List<Long> letOut(int most) {
        List<Long> due = jdbc.sql(
                        "SELECT seat_id FROM returning_seat WHERE out_at <= ? ORDER BY out_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(Utc.column(clock.instant()), most)
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        List<Long> freed = jdbc.sql("""
                        SELECT id FROM seat
                        WHERE id IN (:ids) AND status = 'H' AND hold_id IS NULL ORDER BY id FOR UPDATE
                        """).param("ids", due).query(Long.class).list();
        if (!freed.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat JOIN hall ON hall.event_id = FLOOR(seat.id / 1000000)
                            SET seat.status = IF(hall.cancelled, 'B', 'A'), seat.held_until = NULL,
                                seat.version = seat.version + 1
                            WHERE seat.id IN (:ids)
                            """).param("ids", freed).update();
        }
        jdbc.sql("DELETE FROM returning_seat WHERE seat_id IN (:ids)")
                .param("ids", due)
                .update();
        return freed;
    }
}
