package podo.inventory.seat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nobody who needs an accessible seat should have to come alone: the seat to its right, or else to its left, is its
 * companion's, as long as it is an ordinary one in the same row and no aisle lies between.
 */
final class CompanionSeats {

    private CompanionSeats() {}

    /** The same seats, with those marked that are companions'. */
    static List<Seat> beside(List<Seat> seats) {
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
