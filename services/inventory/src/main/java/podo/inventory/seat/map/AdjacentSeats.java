package podo.inventory.seat.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import podo.inventory.seat.Seat;

/** All choices of adjacent free seats of one grade, by grade. Ranks each seat once, so the cost grows with the seats only. */
final class AdjacentSeats {

    /** Penalty in plan units for leaving a single seat: as much as two rows further back. */
    private static final double LONELY_PENALTY = 20;

    /**
     * @param rank the mean of the seats' ranks, in plan units, plus penalties; less is better
     * @param lonely whether it leaves a single seat beside it
     */
    record Choice(List<Seat> seats, double rank, boolean lonely) {}

    private final int count;
    private final ToDoubleFunction<Seat> rank;
    private final Map<Integer, List<Choice>> choices = new HashMap<>();

    private AdjacentSeats(int count, ToDoubleFunction<Seat> rank) {
        this.count = count;
        this.rank = rank;
    }

    /** @param runs free seats without a gap, from left to right */
    static Map<Integer, List<Choice>> byGrade(List<List<Seat>> runs, int count, ToDoubleFunction<Seat> rank) {
        AdjacentSeats adjacent = new AdjacentSeats(count, rank);
        runs.forEach(adjacent::add);
        return adjacent.choices;
    }

    private void add(List<Seat> run) {
        double[] sums = new double[run.size() + 1];
        int gradeStart = 0;
        for (int end = 1; end <= run.size(); end++) {
            Seat last = run.get(end - 1);
            sums[end] = sums[end - 1] + rank.applyAsDouble(last);
            if (last.grade() != run.get(gradeStart).grade()) {
                gradeStart = end - 1;
            }
            int start = end - count;
            if (start >= gradeStart) {
                double lonely = (start == 1 ? LONELY_PENALTY : 0) + (run.size() - end == 1 ? LONELY_PENALTY : 0);
                choices.computeIfAbsent(last.grade(), grade -> new ArrayList<>())
                        .add(new Choice(
                                run.subList(start, end), lonely + (sums[end] - sums[start]) / count, lonely > 0));
            }
        }
    }
}
