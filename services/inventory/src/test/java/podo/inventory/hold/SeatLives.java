package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.inventory.seat.SeatHistory.Cause;

/**
 * Replays what was written down about seats and compares it with a correct run by one thread: who may follow whom.
 * The rows of one seat stand in the order of their commits, because each was written while its seat was locked.
 */
final class SeatLives {

    /** An instance's clock may jump back by this much when it is read from the database. */
    private static final Duration JUMP = Duration.ofMillis(100);

    /** One change of a seat. */
    record Change(long seatId, Cause cause, @Nullable String holdId, Instant at) {}

    private record Life(Cause last, @Nullable String holdId) {}

    private static final Life FREE = new Life(Cause.RELEASED, null);

    private final Map<Long, Life> lives = new HashMap<>();
    private final Map<String, Instant> ends;

    /** @param ends the end of each hold */
    SeatLives(Map<String, Instant> ends) {
        this.ends = ends;
    }

    void replay(List<Change> changes) {
        changes.forEach(this::follow);
    }

    Map<Long, String> owners() {
        Map<Long, String> owners = new HashMap<>();
        lives.forEach((seat, life) -> {
            if (life.holdId() != null) {
                owners.put(seat, life.last() + " " + life.holdId());
            }
        });
        return owners;
    }

    private void follow(Change change) {
        Life life = lives.getOrDefault(change.seatId(), FREE);
        assertThat(isLegal(life, change))
                .as("%s after %s, whose time ended %s", change, life, ends.get(life.holdId()))
                .isTrue();
        boolean owned =
                change.cause() == Cause.HELD || change.cause() == Cause.SOLD || change.cause() == Cause.MOVED_HERE;
        lives.put(change.seatId(), owned ? new Life(change.cause(), change.holdId()) : next(change));
    }

    private static Life next(Change change) {
        return change.cause() == Cause.REFUNDED ? new Life(Cause.REFUNDED, null) : FREE;
    }

    private boolean isLegal(Life life, Change change) {
        boolean own = change.holdId() != null && change.holdId().equals(life.holdId());
        boolean free = life.holdId() == null || (life.last() == Cause.HELD && isOver(life.holdId(), change.at()));
        return switch (change.cause()) {
            case HELD -> free;
            // the sale of a seat that was offered back has no hold of the seat before it
            case SOLD -> (own && life.last() == Cause.HELD) || free;
            case RELEASED -> own && life.last() == Cause.HELD;
            case LAPSED -> own && free;
            case REFUNDED -> own && (life.last() == Cause.SOLD || life.last() == Cause.MOVED_HERE);
            case RETURNED -> life.last() == Cause.REFUNDED;
            case BLOCKED, UNBLOCKED -> life.holdId() == null;
            case MOVED_AWAY -> own && (life.last() == Cause.SOLD || life.last() == Cause.MOVED_HERE);
            case MOVED_HERE -> free;
            case OFFERED_BACK -> own && (life.last() == Cause.SOLD || life.last() == Cause.MOVED_HERE);
        };
    }

    private boolean isOver(String holdId, Instant at) {
        Instant end = ends.get(holdId);
        return end != null && !end.isAfter(at.plus(JUMP));
    }
}
