package podo.reservation.waitingroom.rehearsal.scripted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import podo.reservation.waitingroom.rehearsal.scripted.MeasuredSale.Failure;
import podo.reservation.waitingroom.rehearsal.scripted.MeasuredSale.Step;
import podo.reservation.waitingroom.rehearsal.scripted.MeasuredSale.StepTime;

/** How long each step of scripted fans took, of all of them together. A refusal is an answer and no failure. */
final class StepTimes {

    private final Map<Step, List<Double>> millis = new EnumMap<>(Step.class);
    private final Map<Step, Integer> failures = new EnumMap<>(Step.class);
    private final long begun;
    private Failure first = Failure.NONE;

    StepTimes(long begunNanos) {
        this.begun = begunNanos;
    }

    /** @param isAnswer whether an exception is an answer of the service and no failure */
    <T> T measure(Step step, Supplier<T> call, Predicate<RuntimeException> isAnswer) {
        long from = System.nanoTime();
        boolean answered = false;
        try {
            T answer = call.get();
            answered = true;
            return answer;
        } catch (RuntimeException e) {
            answered = isAnswer.test(e);
            throw e;
        } finally {
            note(step, from, answered);
        }
    }

    private synchronized void note(Step step, long from, boolean answered) {
        long now = System.nanoTime();
        millis.computeIfAbsent(step, s -> new ArrayList<>()).add((now - from) / 1e6);
        if (!answered) {
            failures.merge(step, 1, Integer::sum);
            if (first.step() == null) {
                first = new Failure(step, (now - begun) / 1e9);
            }
        }
    }

    synchronized List<StepTime> all() {
        return millis.entrySet().stream()
                .map(of -> {
                    double[] sorted = of.getValue().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                    Arrays.sort(sorted);
                    return new StepTime(
                            of.getKey(),
                            sorted.length,
                            failures.getOrDefault(of.getKey(), 0),
                            at(sorted, 0.5),
                            at(sorted, 0.95));
                })
                .toList();
    }

    synchronized Failure firstFailure() {
        return first;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
