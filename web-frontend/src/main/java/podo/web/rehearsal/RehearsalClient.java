package podo.web.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Rehearsals of one event's sale, at the reservation service. */
interface RehearsalClient {

    record Plan(
            int fans,
            String arrival,
            int overSeconds,
            int seatsPerFan,
            int paySeconds,
            int absentPercent,
            @Nullable Boolean scripted) {}

    record Setting(int rate, int cap, int holdSeconds) {}

    /** 19 sales of 20 lie between {@code from} and {@code to}. */
    record Range(double from, double median, double to) {}

    record Happening(String what, double second) {}

    /** One second of a sale; {@code inside} counts slots, {@code held} and {@code sold} seats. */
    record Moment(int second, int waiting, int inside, int held, int sold) {}

    /** What many simulated sales with one setting have in common; times are seconds, {@code bound} what decided longest. */
    record Prediction(
            Setting setting,
            int soldOutPercent,
            double soldPercent,
            Range mostSeconds,
            Range seconds,
            Range entered,
            Range refusedPercent,
            Range emptyHandedPercent,
            Range outOfTimePercent,
            Range peakInside,
            Range checkoutP95,
            String bound,
            List<Happening> first,
            List<Moment> course) {}

    record StepTime(String step, int calls, int failures, double p50Millis, double p95Millis) {}

    /** @param step null when nothing failed */
    record Failure(@Nullable String step, double second) {}

    /**
     * What scripted fans met on a hidden copy.
     *
     * @param end ENDED, LATE, BUSY, NO_SEATS or BROKEN
     * @param mostSeconds null when 90 % were not bought
     * @param predicted for the same fans, seats and settings; null when nothing was played
     * @param within whether the figures lie in the predicted ranges
     */
    record Measured(
            String end,
            int fans,
            int seats,
            int bought,
            @Nullable Double mostSeconds,
            double seconds,
            int entered,
            int refused,
            List<StepTime> steps,
            Failure firstFailure,
            @Nullable Prediction predicted,
            boolean within) {}

    /**
     * @param measured what scripted fans met, null without them
     * @param state RUNNING, DONE, CANCELLED, FAILED or LOST
     * @param percent of the work that is done
     * @param now with the settings of today; {@code recommended} with those that were found; both null until it is DONE
     */
    record Report(
            String state,
            Plan plan,
            int seats,
            int percent,
            @Nullable Prediction now,
            @Nullable Prediction recommended,
            @Nullable Measured measured) {

        public boolean is(String name) {
            return state.equals(name);
        }
    }

    @PostExchange("/api/events/{eventId}/room/rehearsal")
    Report start(@PathVariable long eventId, @RequestBody Plan plan);

    /** 404 {@code no-rehearsal} when there was none lately. */
    @GetExchange("/api/events/{eventId}/room/rehearsal")
    Report get(@PathVariable long eventId);

    @DeleteExchange("/api/events/{eventId}/room/rehearsal")
    void cancel(@PathVariable long eventId);
}
