package podo.inventory.hold.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.HiddenCopies;
import podo.contracts.inventory.SeatIds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.jdbc.Utc;

/** The rows of hidden copies. Everything of one goes with it, the history of its seats too. */
@Repository
class HiddenHalls {

    /** What a rehearsal needs at most; then whatever is left of it was left by a process that died. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration UNTIL_THE_SHOW = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Halls halls;
    private final SeatChangePublisher seatChanges;
    private final Clock clock;

    HiddenHalls(JdbcClient jdbc, JdbcTemplate batches, Halls halls, SeatChangePublisher seatChanges, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.halls = halls;
        this.seatChanges = seatChanges;
        this.clock = clock;
    }

    /** Lays out the first seats of the event's plan with its prices, all of them free; returns how many. Accessible seats are left out. */
    @Transactional
    public int lay(long copyId, CopyRequest request) {
        Hall hall = halls.of(request.eventId());
        List<Seat> seats = hall.seats().stream()
                .filter(seat -> !seat.isKept())
                .limit(request.seats())
                .toList();
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO hall (event_id, organiser_id, plan_version, laid_version, revision, starts_at, sales_end_at,
                                          seats_per_fan, hold_seconds, extensions, single_seat_policy, next_try_at)
                        VALUES (?, ?, 1, 1, 1, ?, ?, ?, ?, 0, 'OFF', ?)
                        """)
                .params(copyId, hall.organiserId(), Utc.millis(now.plus(UNTIL_THE_SHOW)), Utc.millis(now.plus(LIFE)))
                .param(request.seatsPerFan())
                .param(hall.holdSeconds())
                .param(Utc.millis(now))
                .update();
        batches.batchUpdate(
                "INSERT INTO grade (event_id, position, name, price) VALUES (?, ?, ?, ?)",
                IntStream.range(0, hall.grades().size())
                        .mapToObj(i -> new Object[] {
                            copyId,
                            i,
                            hall.grades().get(i).name(),
                            hall.grades().get(i).price()
                        })
                        .toList());
        batches.batchUpdate(
                """
                INSERT INTO seat (id, section, row_name, number, grade, wheelchair, x, y, revision)
                VALUES (?, ?, ?, ?, ?, FALSE, ?, ?, 1)
                """,
                IntStream.range(0, seats.size())
                        .mapToObj(i -> row(SeatIds.of(copyId, i + 1), seats.get(i)))
                        .toList());
        return seats.size();
    }

    private static Object[] row(long id, Seat seat) {
        return new Object[] {id, seat.section(), seat.row(), seat.number(), seat.grade(), seat.x(), seat.y()};
    }

    /**
     * Removes all of it; nothing happens when it is gone. Each statement is a transaction of its own, so that it waits for nobody who waits for
     * it; the hall goes last, and what is interrupted is swept. A hold in the air finds its seats locked, or finds none and is rolled back.
     */
    public void remove(long copyId) {
        long first = SeatIds.of(copyId, 0);
        long last = SeatIds.of(copyId + 1, 0) - 1;
        jdbc.sql("UPDATE hall SET cancelled = TRUE WHERE event_id = ?")
                .param(copyId)
                .update(); // no hold begins any more
        removeHolds(copyId);
        jdbc.sql("DELETE FROM seat WHERE id BETWEEN ? AND ?")
                .params(first, last)
                .update();
        removeHolds(copyId); // those that were committed meanwhile
        jdbc.sql("DELETE FROM grade WHERE event_id = ?").param(copyId).update();
        jdbc.sql("DELETE FROM seat_history WHERE seat_id BETWEEN ? AND ?")
                .params(first, last)
                .update();
        jdbc.sql("DELETE FROM hall WHERE event_id = ?").param(copyId).update();
    }

    /** By the primary key: a DELETE by the event would lock all holds. */
    private void removeHolds(long copyId) {
        List<Object[]> holds = jdbc.sql("SELECT id FROM hold WHERE fan_id < 0 AND event_id = ?")
                .param(copyId)
                .query((row, n) -> new Object[] {row.getString(1)})
                .list();
        batches.batchUpdate("DELETE FROM hold WHERE id = ?", holds);
    }

    /** Drops what this instance and Redis keep of it; to be called after {@link #remove}. */
    void forget(long copyId) {
        halls.evict(copyId);
        seatChanges.forget(copyId);
    }

    List<Long> findAbandoned() {
        return jdbc.sql("SELECT event_id FROM hall WHERE event_id <= ? AND event_id > ?")
                .params(HiddenCopies.HIGHEST, HiddenCopies.idAt(clock.instant().minus(LIFE)))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
