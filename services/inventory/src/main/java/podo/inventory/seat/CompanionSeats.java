package podo.inventory.seat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks companion seats: for each accessible seat the ordinary seat to its right, or else to its left, in the same row without an
 * aisle between.
 */
public final class CompanionSeats {

    private CompanionSeats() {}

    /**
     * The same seats, with companion seats marked.
     *
     * @param drawn numbers (seq) of those that the plan names; then no others are chosen
     */
    static List<Seat> mark(List<Seat> seats, List<Integer> drawn) {
        if (drawn.isEmpty()) {
            return mark(seats);
        }
        Set<Integer> named = new HashSet<>(drawn);
        return seats.stream()
                .map(seat -> named.contains(seat.seq()) ? seat.asCompanion() : seat)
                .toList();
    }

    /** The same seats, with companion seats marked. */
    public static List<Seat> mark(List<Seat> seats) {
        if (seats.stream().noneMatch(Seat::accessible)) {
            return seats;
        }
        Set<Long> companions = new HashSet<>();
        for (List<Seat> stretch : new SeatRuns(seats).runs(any -> true)) {
            for (int place = 0; place < stretch.size(); place++) {
                if (stretch.get(place).accessible() && !reserve(stretch, place + 1, companions)) {
                    reserve(stretch, place - 1, companions);
                }
            }
        }
        return seats.stream()
                .map(seat -> companions.contains(seat.id()) ? seat.asCompanion() : seat)
                .toList();
    }

    private static boolean reserve(List<Seat> stretch, int place, Set<Long> companions) {
        return place >= 0
                && place < stretch.size()
                && !stretch.get(place).accessible()
                && companions.add(stretch.get(place).id());
    }
}
