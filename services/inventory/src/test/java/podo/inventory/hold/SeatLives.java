package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.inventory.seat.SeatHistory.Cause;

/**
 * Replays what was written down about seats and compares it with a correct run by one thread: who may follow whom.
 * The rows of one seat stand in the order of their commits, because each was written while its seat was locked.
 */
final class SeatLives {

    /** One change of hands. */
    record Change(long seatId, Cause cause, @Nullable String holdId) {}

    private record Life(Cause last, @Nullable String holdId) {}

    private static final Life FREE = new Life(Cause.RELEASED, null);

    private final Map<Long, Life> lives = new HashMap<>();
    private final Set<String> expired;

    /** @param expired holds whose time ended before a sweeper said so */
    SeatLives(Set<String> expired) {
        this.expired = expired;
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
        assertThat(isLegal(life, change)).as("%s after %s", change, life).isTrue();
        boolean owned = change.cause() == Cause.HELD || change.cause() == Cause.SOLD;
        lives.put(change.seatId(), owned ? new Life(change.cause(), change.holdId()) : next(change));
    }

    private static Life next(Change change) {
        return change.cause() == Cause.REFUNDED ? new Life(Cause.REFUNDED, null) : FREE;
    }

    private boolean isLegal(Life life, Change change) {
        boolean own = change.holdId() != null && change.holdId().equals(life.holdId());
        boolean free = life.holdId() == null || (life.last() == Cause.HELD && expired.contains(life.holdId()));
        return switch (change.cause()) {
            case HELD -> free;
            case SOLD -> (own && life.last() == Cause.HELD) || free;
            case RELEASED, LAPSED -> own && life.last() == Cause.HELD;
            case REFUNDED -> own && life.last() == Cause.SOLD;
            case RETURNED -> life.last() == Cause.REFUNDED;
            case BLOCKED, UNBLOCKED -> life.holdId() == null;
        };
    }
}
