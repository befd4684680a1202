package podo.inventory.seat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Seats by rows and stretches: a stretch is a part of a row without an aisle, in the order of the plan, which is from left to right
 * as seen from the row, whichever way it is turned or curved.
 */
public final class SeatRuns {

    /** Seats further apart than this (plan units) are not neighbours. */
    private static final int MAX_PITCH = 15;

    private record Row(String section, String name) {

        static Row of(Seat seat) {
            return new Row(seat.section(), seat.row());
        }
    }

    private final Map<Row, List<List<Seat>>> stretches;

    public SeatRuns(Collection<Seat> seats) {
        Map<Row, List<Seat>> rows = new LinkedHashMap<>();
        seats.forEach(seat ->
                rows.computeIfAbsent(Row.of(seat), row -> new ArrayList<>()).add(seat));
        stretches = new LinkedHashMap<>();
        rows.forEach((row, seatsOfRow) -> {
            seatsOfRow.sort(Comparator.comparingInt(Seat::seq));
            stretches.put(row, splitAtAisles(seatsOfRow));
        });
    }

    /** These seats and those up to {@code reach} places from one of them without an aisle between; each once. */
    public List<Seat> around(Collection<Seat> seats, int reach) {
        Set<Seat> around = new LinkedHashSet<>();
        for (Seat seat : seats) {
            for (List<Seat> stretch : stretches.getOrDefault(Row.of(seat), List.of())) {
                int place = stretch.indexOf(seat);
                if (place >= 0) {
                    around.addAll(
                            stretch.subList(Math.max(0, place - reach), Math.min(stretch.size(), place + reach + 1)));
                }
            }
        }
        return List.copyOf(around);
    }

    /** All runs of adjacent seats that match, from left to right. */
    public List<List<Seat>> runs(Predicate<Seat> matches) {
        List<List<Seat>> runs = new ArrayList<>();
        for (List<Seat> stretch :
                stretches.values().stream().flatMap(List::stream).toList()) {
            List<Seat> run = new ArrayList<>();
            for (Seat seat : stretch) {
                if (matches.test(seat)) {
                    run.add(seat);
                } else if (!run.isEmpty()) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
            }
            if (!run.isEmpty()) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static double distance(Seat one, Seat other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static List<List<Seat>> splitAtAisles(List<Seat> row) {
        List<List<Seat>> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= row.size(); i++) {
            if (i == row.size() || distance(row.get(i - 1), row.get(i)) > MAX_PITCH) {
                stretches.add(List.copyOf(row.subList(start, i)));
                start = i;
            }
        }
        return stretches;
    }
}
