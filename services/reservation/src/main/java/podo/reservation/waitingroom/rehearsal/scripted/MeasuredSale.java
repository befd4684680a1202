package podo.reservation.waitingroom.rehearsal.scripted;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.reservation.waitingroom.rehearsal.simulation.SalePrediction;

/**
 * How scripted fans played a small sale for real.
 *
 * @param end ENDED: all seats were taken or nobody was left; LATE: the time was over before; BUSY: fans of a real sale came; NO_SEATS: the
 *     event has standing areas only; BROKEN: the copy could not be laid out. Figures stand only with the first three
 * @param mostSeconds until 90 % of the seats were bought, null when they were not; {@code seconds} until the end
 * @param entered fans who were let in, {@code refused} those of them who were refused a seat at least once
 * @param within whether each figure that was predicted lies in the range, as far as it can be compared
 */
public record MeasuredSale(
        End end,
        int fans,
        int seats,
        int bought,
        @Nullable Double mostSeconds,
        double seconds,
        int entered,
        int refused,
        List<StepTime> steps,
        Failure firstFailure,
        @Nullable SalePrediction predicted,
        boolean within) {

    public enum End {
        ENDED,
        LATE,
        BUSY,
        NO_SEATS,
        BROKEN
    }

    /** JOIN and ENTER and WAIT (a look at the place) end in this service; the others are calls to the inventory. */
    public enum Step {
        JOIN,
        WAIT,
        ENTER,
        SEATS,
        HOLD,
        RELEASE
    }

    public record StepTime(Step step, int calls, int failures, double p50Millis, double p95Millis) {}

    /** @param step null when nothing failed */
    public record Failure(@Nullable Step step, double second) {

        static final Failure NONE = new Failure(null, 0);
    }

    static MeasuredSale without(End end) {
        return new MeasuredSale(end, 0, 0, 0, null, 0, 0, 0, List.of(), Failure.NONE, null, false);
    }

    double refusedPercent() {
        return entered == 0 ? 0 : 100.0 * refused / entered;
    }

    /** Beside what was predicted for the same fans, seats and settings. */
    MeasuredSale comparedWith(SalePrediction prediction) {
        boolean inRange = end == End.ENDED
                && mostSeconds != null
                && prediction.mostSeconds().contains(mostSeconds)
                && prediction.entered().contains(entered)
                && prediction.refusedPercent().contains(refusedPercent());
        return new MeasuredSale(
                end,
                fans,
                seats,
                bought,
                mostSeconds,
                seconds,
                entered,
                refused,
                steps,
                firstFailure,
                prediction,
                inRange);
    }
}
