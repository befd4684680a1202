package podo.inventory.hold.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.hold.Hold;
import podo.inventory.hold.TakenSeat;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The state of seats as holds and sales change it, each by one statement with its condition. */
@Repository
public class HeldSeats {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldSeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks those of the seats that are free and returns them; skips rows that are locked by others. */
    public Set<Long> lockFreeSkippingLocked(List<Long> seatIds) {
        List<Long> ids = StatementPadding.padded(seatIds);
        return jdbc.sql("""
                        SELECT id FROM seat
                        WHERE id IN (%s) AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                        ORDER BY id FOR UPDATE SKIP LOCKED
                        """.formatted(marks(ids)))
                .params(ids)
                .param(now())
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** Those of the seats that are held, sold or blocked now. */
    public List<TakenSeat> findTaken(Collection<Long> seatIds) {
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

    /** Gives the hold's seats the hold's end; returns how many are still its own. */
    public int extend(Hold hold) {
        return jdbc.sql("UPDATE seat SET held_until = :until WHERE id IN (:ids) AND hold_id = :hold AND status = 'H'")
                .param("until", Utc.millis(hold.heldUntil()))
                .param("ids", StatementPadding.padded(hold.seatIds()))
                .param("hold", hold.id())
                .update();
    }

    /** Locks seats of several holds, ordered by id as all seat locks are. */
    public void lock(Collection<Long> seatIds) {
        jdbc.sql("SELECT id FROM seat WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Frees and returns the seats that are still the hold's. */
    public List<Long> free(Hold hold) {
        List<Long> own = jdbc.sql(
                        "SELECT id FROM seat WHERE id IN (:ids) AND hold_id = :hold AND status = 'H' ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(hold.seatIds()))
                .param("hold", hold.id())
                .query((row, n) -> row.getLong(1))
                .list();
        if (!own.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat SET status = 'A', hold_id = NULL, held_until = NULL, version = version + 1
                            WHERE id IN (:ids)
                            """).param("ids", StatementPadding.padded(own)).update();
        }
        return own;
    }

    /** Sells those seats that are still the hold's or that nobody holds since it lapsed; returns how many. */
    public int sell(Hold hold) {
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

    /** Makes sold seats held by nobody until {@code availableAt}. */
    public void returnToSale(Collection<Long> seatIds, Instant availableAt) {
        jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = NULL, held_until = :out, version = version + 1
                        WHERE id IN (:ids) AND status = 'S'
                        """)
                .param("out", Utc.millis(availableAt))
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
