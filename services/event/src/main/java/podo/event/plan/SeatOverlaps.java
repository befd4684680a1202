package podo.event.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds seats that stand on each other, by a grid of cells as wide as a seat. */
final class SeatOverlaps {

    /** Seats of one row are ten plan units apart; curved rows of one section may come as near as this. */
    private static final int NEAR = 7;

    private static final int CELL = 10;

    record Pair(String one, String other) {}

    private SeatOverlaps() {}

    /** The first {@code most} pairs. */
    static List<Pair> find(List<PlannedSeat> seats, int most) {
        Map<Long, List<PlannedSeat>> cells = new HashMap<>(seats.size() * 2);
        List<Pair> found = new ArrayList<>();
        for (PlannedSeat seat : seats) {
            long column = Math.floorDiv(seat.x(), CELL);
            long line = Math.floorDiv(seat.y(), CELL);
            for (long near = 0; near < 9; near++) {
                for (PlannedSeat other :
                        cells.getOrDefault(key(column + near % 3 - 1, line + near / 3 - 1), List.of())) {
                    if (Math.hypot(other.x() - seat.x(), other.y() - seat.y()) < NEAR) {
                        found.add(new Pair(label(other), label(seat)));
                        if (found.size() == most) {
                            return found;
                        }
                    }
                }
            }
            cells.computeIfAbsent(key(column, line), cell -> new ArrayList<>(2)).add(seat);
        }
        return found;
    }

    private static long key(long column, long line) {
        return (column << 32) ^ (line & 0xFFFFFFFFL);
    }

    private static String label(PlannedSeat seat) {
        return seat.section() + " " + seat.row() + "-" + seat.number();
    }
}
