package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Bound;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Moment;
import podo.reservation.waitingroom.rehearsal.simulation.SaleOutcome.Trouble;

/**
 * What many simulated sales with one setting have in common.
 *
 * @param soldOutPercent of the sales; {@code soldPercent} of the seats, at the median
 * @param bound what decided longest until 90 % were sold; {@code first} the median second of what happened in most sales, the earliest first
 * @param course of one sale, at most 240 moments of equal distance
 */
public record SalePrediction(
        SaleSetting setting,
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
        Bound bound,
        Map<Bound, Integer> bounds,
        List<Happening> first,
        List<Moment> course) {

    /** 19 sales of 20 lie between {@code from} and {@code to}. */
    public record Range(double from, double median, double to) {

        static Range of(List<SaleOutcome> outcomes, ToDoubleFunction<SaleOutcome> figure) {
            double[] values = outcomes.stream().mapToDouble(figure).toArray();
            return new Range(Quantiles.at(0.025, values), Quantiles.at(0.5, values), Quantiles.at(0.975, values));
        }

        public boolean contains(double value) {
            return from <= value && value <= to;
        }
    }

    public record Happening(Trouble what, double second) {}

    private static final int MOMENTS = 240;

    /** @param afterEach is called after each sale; what it throws ends the prediction */
    public static SalePrediction of(
            RehearsalPlan plan,
            SaleConditions conditions,
            SaleSetting setting,
            int sales,
            long seed,
            Runnable afterEach) {
        List<SaleOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < sales; i++) {
            outcomes.add(SimulatedSale.run(plan, conditions, setting, seed + i));
            afterEach.run();
        }
        Map<Bound, Integer> bounds = new EnumMap<>(Bound.class);
        outcomes.forEach(
                outcome -> outcome.bounds().forEach((bound, seconds) -> bounds.merge(bound, seconds, Integer::sum)));
        bounds.replaceAll((bound, seconds) -> seconds / sales);
        List<Moment> course =
                SimulatedSale.runWithCourse(plan, conditions, setting, seed).course();
        return new SalePrediction(
                setting,
                (int) (100 * outcomes.stream().filter(SaleOutcome::soldOut).count() / sales),
                Range.of(outcomes, outcome -> 100.0 * outcome.sold() / conditions.seats())
                        .median(),
                Range.of(outcomes, SaleOutcome::mostSeconds),
                Range.of(outcomes, SaleOutcome::seconds),
                Range.of(outcomes, SaleOutcome::entered),
                Range.of(outcomes, SaleOutcome::refusedPercent),
                Range.of(outcomes, SaleOutcome::emptyHandedPercent),
                Range.of(outcomes, SaleOutcome::outOfTimePercent),
                Range.of(outcomes, SaleOutcome::peakInside),
                Range.of(outcomes, SaleOutcome::checkoutP95),
                longest(bounds),
                bounds,
                happenings(outcomes),
                thinned(course));
    }

    private static Bound longest(Map<Bound, Integer> bounds) {
        return bounds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Bound.NOBODY);
    }

    private static List<Happening> happenings(List<SaleOutcome> outcomes) {
        List<Happening> found = new ArrayList<>();
        for (Trouble trouble : Trouble.values()) {
            double[] seconds = outcomes.stream()
                    .filter(outcome -> outcome.first().containsKey(trouble))
                    .mapToDouble(outcome -> outcome.first().get(trouble))
                    .toArray();
            if (2 * seconds.length > outcomes.size()) {
                found.add(new Happening(trouble, Quantiles.at(0.5, seconds)));
            }
        }
        found.sort(Comparator.comparingDouble(Happening::second));
        return found;
    }

    private static List<Moment> thinned(List<Moment> course) {
        int step = Math.max(1, (course.size() + MOMENTS - 1) / MOMENTS);
        return IntStream.range(0, course.size())
                .filter(i -> i % step == 0 || i == course.size() - 1)
                .mapToObj(course::get)
                .toList();
    }
}
