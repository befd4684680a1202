package podo.inventory.hold.boxoffice;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.hold.Hold;
import podo.inventory.hold.TakenSeat;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The rows of seats as holds of the box office change them, each by one statement with its condition. */
@Repository
class BoxOfficeSeats {

    private final JdbcClient jdbc;
    private final Clock clock;

    BoxOfficeSeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the seats that are blocked, without a lock. */
    List<Long> findBlocked(List<Long> seatIds) {
        return findBlocked(seatIds, "");
    }

    /** As they are now, not as they were when the transaction began. */
    List<Long> lockBlocked(List<Long> seatIds) {
        return findBlocked(seatIds, " FOR UPDATE");
    }

    private List<Long> findBlocked(List<Long> seatIds, String lock) {
        return seatIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT id FROM seat WHERE id IN (:ids) AND status = 'B' ORDER BY id" + lock)
                        .param("ids", StatementPadding.padded(seatIds))
                        .query((row, n) -> row.getLong(1))
                        .list();
    }

    /**
     * Gives the hold those of its seats that are free, lapsed or blocked; returns how many.
     *
     * @param blockedToo only while the hall's row is locked, so that each change of a blocked seat is counted
     */
    int take(Hold hold, int revision, boolean blockedToo) {
        return jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = :hold, held_until = :until, version = version + 1
                        WHERE id IN (:ids) AND revision = :revision
                          AND (status = 'A' OR (status = 'B' AND :blocked) OR (status = 'H' AND held_until <= :now))
                        """)
                .param("blocked", blockedToo)
                .param("hold", hold.id())
                .param("until", Utc.millis(hold.heldUntil()))
                .param("ids", StatementPadding.padded(hold.seatIds()))
                .param("revision", revision)
                .param("now", Utc.millis(clock.instant()))
                .update();
    }

    /** Those of the seats that somebody has: sold, or held and not lapsed. */
    List<TakenSeat> findTaken(List<Long> seatIds) {
        return jdbc.sql("""
                        SELECT id FROM seat WHERE id IN (:ids) AND (status = 'S' OR (status = 'H' AND held_until > :now)) ORDER BY id
                        """)
                .param("ids", StatementPadding.padded(seatIds))
                .param("now", Utc.millis(clock.instant()))
                .query((row, n) -> new TakenSeat(row.getLong(1), TakenSeat.FOR_GOOD))
                .list();
    }

    /** Blocks those of the seats that the hold has, again; returns them. */
    List<Long> blockAgain(String holdId, List<Long> seatIds) {
        List<Long> own = jdbc.sql(
                        "SELECT id FROM seat WHERE id IN (:ids) AND hold_id = :hold AND status = 'H' ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .param("hold", holdId)
                .query((row, n) -> row.getLong(1))
                .list();
        if (!own.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat SET status = 'B', hold_id = NULL, held_until = NULL, version = version + 1
                            WHERE id IN (:ids)
                            """).param("ids", StatementPadding.padded(own)).update();
        }
        return own;
    }
}
