package podo.reservation.waitingroom.rehearsal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.reservation.waitingroom.rehearsal.scripted.MeasuredSale;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.rehearsal.simulation.SalePrediction;

/**
 * A rehearsal as its page shows it.
 *
 * @param id of this rehearsal, new for each
 * @param percent of the work that is done
 * @param seenAt when its instance last went on
 * @param seats that were left to sell
 * @param now with the settings of the room; {@code recommended} with those that were found; both null until it is DONE
 * @param measured what scripted fans met, null without them
 */
record RehearsalReport(
        String id,
        State state,
        RehearsalPlan plan,
        int seats,
        int percent,
        Instant startedAt,
        Instant seenAt,
        @Nullable SalePrediction now,
        @Nullable SalePrediction recommended,
        @Nullable MeasuredSale measured) {

    /** LOST: its instance ended in the middle. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        LOST
    }

    /** A running rehearsal goes on several times a second. */
    private static final Duration ALIVE = Duration.ofSeconds(15);

    static RehearsalReport begin(String id, RehearsalPlan plan, int seats, Instant now) {
        return new RehearsalReport(id, State.RUNNING, plan, seats, 0, now, now, null, null, null);
    }

    boolean goesOn() {
        return state == State.RUNNING;
    }

    RehearsalReport at(int percent, Instant now) {
        return new RehearsalReport(id, state, plan, seats, percent, startedAt, now, null, null, null);
    }

    RehearsalReport ended(State state, Instant now) {
        return new RehearsalReport(id, state, plan, seats, percent, startedAt, now, null, null, null);
    }

    RehearsalReport done(SalePrediction before, SalePrediction found, @Nullable MeasuredSale measured, Instant now) {
        return new RehearsalReport(id, State.DONE, plan, seats, 100, startedAt, now, before, found, measured);
    }

    /** What is still called running by an instance that does not go on is lost. */
    RehearsalReport seenFrom(Instant now) {
        return goesOn() && seenAt.plus(ALIVE).isBefore(now) ? ended(State.LOST, seenAt) : this;
    }

    /** Seconds until it is done, as far as it went. */
    long secondsLeft(Instant now) {
        double spent = Duration.between(startedAt, now).toMillis() / 1_000.0;
        return percent < 5 ? 10 : Math.max(1, Math.round(spent * (100 - percent) / percent));
    }
}
