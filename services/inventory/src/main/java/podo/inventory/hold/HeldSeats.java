package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The seats' changing half as holds and sales see it. Each change is one statement with its condition. */
@Repository
class HeldSeats {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldSeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Claim(long seat, Hold hold) {}

    /** Gives those of the holds' seats that are free, or whose hold has lapsed, to the holds; answers how many. */
    int take(List<Hold> holds, int revision) {
        List<Claim> claims = StatementPadding.padded(holds.stream()
                .flatMap(hold -> hold.seatIds().stream().map(seat -> new Claim(seat, hold)))
                .toList());
        String each = "WHEN ? THEN ? ".repeat(claims.size());
        List<Long> all = claims.stream().map(Claim::seat).toList();
        return jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = CASE id %sEND, held_until = CASE id %sEND, version = version + 1
                        WHERE id IN (%s) AND revision = ? AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                        """.formatted(each, each, marks(all)))
                .params(each(claims, Hold::id))
                .params(each(claims, hold -> Utc.millis(hold.heldUntil())))
                .params(all)
                .param(revision)
                .param(now())
                .update();
    }

    private static List<Object> each(List<Claim> claims, Function<Hold, Object> value) {
        return claims.stream()
                .flatMap(claim -> Stream.of(claim.seat(), value.apply(claim.hold())))
                .toList();
    }

    /** Locks those of the seats that are free, in the order of their ids, and waits for none; answers them. */
    Set<Long> lockFree(List<Long> seatIds) {
        List<Long> ids = StatementPadding.padded(seatIds);
        return jdbc.sql("""
                        SELECT id FROM seat
                        WHERE id IN (%s) AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                        ORDER BY id FOR UPDATE SKIP LOCKED
                        """.formatted(marks(ids)))
                .params(ids)
                .param(now())
                .query(Long.class)
                .set();
    }

    /** Which of the seats nobody could take now. */
    List<TakenSeat> taken(Collection<Long> seatIds) {
        return jdbc.sql("""
                        SELECT id, status, held_until FROM seat
                        WHERE id IN (:ids) AND NOT (status = 'A' OR (status = 'H' AND held_until <= :now)) ORDER BY id
                        """)
                .param("ids", StatementPadding.padded(seatIds))
                .param("now", now())
                .query((row, n) -> new TakenSeat(
                        row.getLong("id"),
                        row.getString("status").equals("H") ? Utc.instant(row, "held_until") : TakenSeat.FOR_GOOD))
                .list();
    }

    /** Lets the hold's seats follow its end; answers how many are still its own. */
    int keepUntil(Hold hold, Instant until) {
        return jdbc.sql("UPDATE seat SET held_until = :until WHERE id IN (:ids) AND hold_id = :hold AND status = 'H'")
                .param("until", Utc.millis(until))
                .param("ids", StatementPadding.padded(hold.seatIds()))
                .param("hold", hold.id())
                .update();
    }

    /** Locks the seats of several holds in the one order that all locks are taken in. */
    void lock(Collection<Long> seatIds) {
        jdbc.sql("SELECT id FROM seat WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .query(Long.class)
                .list();
    }

    /** Frees the seats that are still the hold's; answers them. */
    List<Long> free(Hold hold) {
        List<Long> own = jdbc.sql(
                        "SELECT id FROM seat WHERE id IN (:ids) AND hold_id = :hold AND status = 'H' ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(hold.seatIds()))
                .param("hold", hold.id())
                .query(Long.class)
                .list();
        if (!own.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat SET status = 'A', hold_id = NULL, held_until = NULL, version = version + 1
                            WHERE id IN (:ids)
                            """).param("ids", StatementPadding.padded(own)).update();
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
                .param("ids", StatementPadding.padded(hold.seatIds()))
                .param("now", now())
                .update();
    }

    /** Takes sold seats back; nobody may hold them before {@code outAt}. */
    void takeBack(Collection<Long> seatIds, Instant outAt) {
        jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = NULL, held_until = :out, version = version + 1
                        WHERE id IN (:ids) AND status = 'S'
                        """)
                .param("out", Utc.millis(outAt))
                .param("ids", StatementPadding.padded(seatIds))
                .update();
    }

    private Object now() {
        return Utc.millis(clock.instant());
    }

    private static String marks(List<Long> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "?"));
    }
}
