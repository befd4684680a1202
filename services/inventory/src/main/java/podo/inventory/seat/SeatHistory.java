package podo.inventory.seat;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.time.Utc;

/** Every seat's life: one row per change of hands, written with it and never changed. */
@Repository
public class SeatHistory {

    /** Why a seat changed hands. */
    public enum Cause {
        HELD,
        RELEASED,
        LAPSED,
        SOLD,
        REFUNDED,
        RETURNED,
        BLOCKED,
        UNBLOCKED
    }

    /** @param who the fan or organiser, 0 for the house */
    record Change(
            Instant at, Cause cause, long who, @Nullable String holdId) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void note(Cause cause, long who, @Nullable String holdId, Collection<Long> seatIds) {
        if (seatIds.isEmpty()) {
            return;
        }
        String rows = String.join(",", Collections.nCopies(seatIds.size(), "(?, ?, ?, ?, ?)"));
        var statement = jdbc.sql("INSERT INTO seat_history (seat_id, at, cause, who, hold_id) VALUES " + rows);
        var now = Utc.column(clock.instant());
        for (long seatId : seatIds) {
            statement = statement
                    .param(seatId)
                    .param(now)
                    .param(cause.name())
                    .param(who)
                    .param(holdId);
        }
        statement.update();
    }

    List<Change> of(long seatId) {
        return jdbc.sql("SELECT at, cause, who, hold_id FROM seat_history WHERE seat_id = ? ORDER BY id")
                .param(seatId)
                .query((row, n) -> new Change(
                        Utc.instant(row, "at"),
                        Cause.valueOf(row.getString("cause")),
                        row.getLong("who"),
                        row.getString("hold_id")))
                .list();
    }
}
