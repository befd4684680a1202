package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.time.Utc;

/** The seats' changing half as holds and sales see it. Each change is one statement with its condition. */
@Repository
class HeldSeats {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldSeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives those of the holds' seats that are free, or whose hold has lapsed, to the holds; answers how many. */
    int take(List<Hold> holds, int revision) {
        List<Long> all = holds.stream().flatMap(hold -> hold.seatIds().stream()).toList();
        String each = "WHEN ? THEN ? ".repeat(all.size());
        return jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = CASE id %sEND, held_until = CASE id %sEND, version = version + 1
                        WHERE id IN (%s) AND revision = ? AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                        """.formatted(each, each, marks(all)))
                .params(each(holds, Hold::id))
                .params(each(holds, hold -> Utc.column(hold.heldUntil())))
                .params(all)
                .param(revision)
                .param(now())
                .update();
    }

    private static List<Object> each(List<Hold> holds, Function<Hold, Object> value) {
        return holds.stream()
                .flatMap(hold -> hold.seatIds().stream().flatMap(seat -> Stream.of(seat, value.apply(hold))))
                .toList();
    }

    /** Which of the seats nobody could take now. */
    List<TakenSeat> taken(Collection<Long> seatIds) {
        return jdbc.sql("""
                        SELECT id, status, held_until FROM seat
                        WHERE id IN (:ids) AND NOT (status = 'A' OR (status = 'H' AND held_until <= :now)) ORDER BY id
                        """)
                .param("ids", seatIds)
                .param("now", now())
                .query((row, n) -> new TakenSeat(
                        row.getLong("id"),
                        row.getString("status").equals("H") ? Utc.instant(row, "held_until") : TakenSeat.FOR_GOOD))
                .list();
    }

    /** Lets the hold's seats follow its end; answers how many are still its own. */
    int keepUntil(Hold hold, Instant until) {
        return jdbc.sql("UPDATE seat SET held_until = ? WHERE id IN (%s) AND hold_id = ? AND status = 'H'"
                        .formatted(marks(hold.seatIds())))
                .param(Utc.column(until))
                .params(hold.seatIds())
                .param(hold.id())
                .update();
    }

    /** Locks the seats of several holds in the one order that all locks are taken in. */
    void lock(Collection<Long> seatIds) {
        jdbc.sql("SELECT id FROM seat WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", seatIds)
                .query(Long.class)
                .list();
    }

    /** Frees the seats that are still the hold's; answers them. */
    List<Long> free(Hold hold) {
        List<Long> own = jdbc.sql(
                        "SELECT id FROM seat WHERE id IN (:ids) AND hold_id = :hold AND status = 'H' ORDER BY id FOR UPDATE")
                .param("ids", hold.seatIds())
                .param("hold", hold.id())
                .query(Long.class)
                .list();
        if (!own.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat SET status = 'A', hold_id = NULL, held_until = NULL, version = version + 1
                            WHERE id IN (:ids)
                            """).param("ids", own).update();
        }
        return own;
    }

    /** Sells the seats that are the hold's, or that nobody has taken since it lapsed; answers how many. */
    int sell(Hold hold) {
        return jdbc.sql("""
                        UPDATE seat SET status = 'S', hold_id = :hold, held_until = NULL, version = version + 1
                        WHERE id IN (:ids)
                          AND (status = 'A' OR (status = 'H' AND (hold_id = :hold OR held_until <= :now)))
                        """)
                .param("hold", hold.id())
                .param("ids", hold.seatIds())
                .param("now", now())
                .update();
    }

    /** Takes sold seats back; nobody may hold them before {@code outAt}. */
    void takeBack(Collection<Long> seatIds, Instant outAt) {
        jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = NULL, held_until = :out, version = version + 1
                        WHERE id IN (:ids) AND status = 'S'
                        """).param("out", Utc.column(outAt)).param("ids", seatIds).update();
    }

    private Object now() {
        return Utc.column(clock.instant());
    }

    private static String marks(List<Long> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "?"));
    }
}
