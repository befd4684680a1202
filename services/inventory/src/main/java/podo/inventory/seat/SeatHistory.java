package podo.inventory.seat;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** The history of seats: one row per change, written in the same transaction and never changed. */
@Repository
public class SeatHistory {

    /** Why a seat changed. */
    public enum Cause {
        HELD,
        RELEASED,
        LAPSED,
        SOLD,
        REFUNDED,
        RETURNED,
        BLOCKED,
        UNBLOCKED,
        /** The organiser gave the order another seat instead. */
        MOVED_AWAY,
        /** The organiser gave it to an order in exchange for another. */
        MOVED_HERE,
        /** Its fan had offered it back, and another one has paid for it. */
        OFFERED_BACK
    }

    /** @param who the fan or organiser, 0 for the service itself */
    public record Change(
            Instant at, Cause cause, long who, @Nullable String holdId) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A seat with the account and the hold that it belongs to from now on, or belonged to until now. */
    public record Hand(long seatId, long who, @Nullable String holdId) {}

    public void record(Cause cause, long who, @Nullable String holdId, Collection<Long> seatIds) {
        recordAll(
                cause,
                seatIds.stream().map(seatId -> new Hand(seatId, who, holdId)).toList());
    }

    public void recordAll(Cause cause, List<Hand> hands) {
        StatementPadding.split(hands).forEach(part -> insert(cause, part));
    }

    private void insert(Cause cause, List<Hand> hands) {
        String rows = String.join(",", Collections.nCopies(hands.size(), "(?, ?, ?, ?, ?)"));
        var statement = jdbc.sql("INSERT INTO seat_history (seat_id, at, cause, who, hold_id) VALUES " + rows);
        var now = Utc.millis(clock.instant());
        for (Hand hand : hands) {
            statement = statement
                    .params(hand.seatId(), now, cause.name(), hand.who())
                    .param(hand.holdId());
        }
        statement.update();
    }

    public List<Change> of(long seatId) {
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
