package podo.web.seats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import podo.web.seats.HallPlan.Seat;

/** Free seats in the place of lost ones, near those that a fan keeps. The map does the same by coordinates (seats/nearby.js). */
final class NearbySeats {

    /** Another section is farther than any row, another row farther than any seat of the same row. */
    private static final int SECTION = 1_000_000;

    private static final int ROW = 1_000;

    private NearbySeats() {}

    /** One seat for each lost one, as far as there are any: of its grade or not dearer where there is one, then the nearest. */
    static List<Integer> find(SeatListView seats, Set<Integer> kept, Collection<Integer> lost) {
        Set<Integer> together = new LinkedHashSet<>(kept);
        List<Integer> found = new ArrayList<>();
        for (int gone : lost) {
            seats.plan()
                    .seat(gone)
                    .flatMap(seat -> seats.plan().seats().stream()
                            .filter(other -> other.accessible() == seat.accessible())
                            .filter(other -> other.seq() != gone && !lost.contains(other.seq()))
                            .filter(other -> seats.isFree(other.seq()) && !together.contains(other.seq()))
                            .min(Comparator.<Seat>comparingInt(other -> unlike(seats.plan(), other, seat))
                                    .thenComparingInt(other -> distance(seats.plan(), other, together))))
                    .ifPresent(next -> {
                        together.add(next.seq());
                        found.add(next.seq());
                    });
        }
        return found;
    }

    private static int unlike(HallPlan plan, Seat one, Seat other) {
        if (plan.grades().get(one.grade()).price()
                > plan.grades().get(other.grade()).price()) {
            return 2;
        }
        return one.grade() == other.grade() ? 0 : 1;
    }

    private static int distance(HallPlan plan, Seat seat, Set<Integer> kept) {
        return kept.stream()
                .flatMap(seq -> plan.seat(seq).stream())
                .mapToInt(other -> distance(seat, other))
                .min()
                .orElse(0);
    }

    private static int distance(Seat one, Seat other) {
        int along = Math.abs(one.seq() - other.seq());
        if (one.section() != other.section()) {
            return SECTION + along;
        }
        return one.row().equals(other.row()) ? along : ROW + along;
    }
}
