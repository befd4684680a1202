package podo.reservation.waitingroom.rehearsal.scripted;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the scripted fans have reached together. */
final class ScriptedHall {

    private static final double MOST = 0.9;

    private final Set<Long> refused = new HashSet<>();
    private final int seats;
    private final long begun;
    private int bought;
    private int entered;
    private @Nullable Double mostSeconds;

    ScriptedHall(int seats, long begunNanos) {
        this.seats = seats;
        this.begun = begunNanos;
    }

    synchronized void entered() {
        entered++;
    }

    synchronized void refused(long fan) {
        refused.add(fan);
    }

    synchronized void bought(int count) {
        bought += count;
        if (mostSeconds == null && bought >= MOST * seats) {
            mostSeconds = seconds();
        }
    }

    synchronized boolean isSoldOut() {
        return bought >= seats;
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    synchronized MeasuredSale measured(MeasuredSale.End end, int fans, StepTimes times) {
        return new MeasuredSale(
                end,
                fans,
                seats,
                bought,
                mostSeconds,
                seconds(),
                entered,
                refused.size(),
                times.all(),
                times.firstFailure(),
                null,
                false);
    }
}
