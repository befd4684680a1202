package podo.inventory.seat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A hall's seats as neighbours: unbroken stretches of a row, from left to right; an aisle breaks a row. */
final class Rows {

    /** Seats further apart than this (plan units) are not neighbours. */
    private static final int REACH = 15;

    private record Row(String section, String name) {}

    private final List<List<Seat>> stretches = new ArrayList<>();

    Rows(List<Seat> seats) {
        Map<Row, List<Seat>> rows = new LinkedHashMap<>();
        seats.forEach(seat -> rows.computeIfAbsent(new Row(seat.section(), seat.row()), row -> new ArrayList<>())
                .add(seat));
        rows.values().forEach(row -> {
            row.sort(Comparator.comparingInt(Seat::x));
            breakAt(row, (left, right) -> right.x() - left.x() > REACH);
        });
    }

    /** Unbroken stretches of seats that pass. */
    List<List<Seat>> runs(Predicate<Seat> free) {
        List<List<Seat>> runs = new ArrayList<>();
        for (List<Seat> stretch : stretches) {
            List<Seat> run = new ArrayList<>();
            for (Seat seat : stretch) {
                if (free.test(seat)) {
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

    private interface Gap {
        boolean between(Seat left, Seat right);
    }

    private void breakAt(List<Seat> row, Gap gap) {
        int start = 0;
        for (int i = 1; i <= row.size(); i++) {
            if (i == row.size() || gap.between(row.get(i - 1), row.get(i))) {
                stretches.add(List.copyOf(row.subList(start, i)));
                start = i;
            }
        }
    }
}
