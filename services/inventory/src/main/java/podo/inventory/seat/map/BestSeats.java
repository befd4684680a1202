package podo.inventory.seat.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.LonelySeats;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatOffer;
import podo.inventory.seat.SeatRuns;
import podo.inventory.seat.map.SeatMap.Snapshot;

/**
 * Proposes the best seats: adjacent, of one grade, nearest to the middle of the front, preferably without leaving a single seat,
 * which some events forbid; for a fan who asks for accessible seats, around one. Among nearly equal choices it picks one by the
 * fan's id, so that concurrent fans get different proposals.
 */
@Component
class BestSeats {

    /** Penalty in plan units for leaving a single seat: as much as two rows further back. */
    private static final double LONELY_PENALTY = 20;
    /** Choices that are worse than the best by less than this (plan units) count as equal. */
    private static final double TOLERANCE = 5;
    /** When no adjacent seats are left, so many seats are tried as the centre. */
    private static final int CENTRES = 20;

    /** @param seats empty when there are too few */
    record Proposal(int count, boolean adjacent, long total, List<SeatOffer> seats) {}

    private record Choice(List<Seat> seats, double rank) {}

    /**
     * A fan's criteria.
     *
     * @param grade null for any
     * @param maxPrice highest price per seat in whole won, null for any
     */
    record Criteria(
            int count, @Nullable String grade, @Nullable Long maxPrice, boolean accessible) {

        boolean accepts(Hall.Grade of) {
            return (grade == null || of.name().equals(grade)) && (maxPrice == null || of.price() <= maxPrice);
        }
    }

    Proposal propose(Snapshot map, int count, @Nullable String grade, boolean accessible, long fanId) {
        return propose(map, new Criteria(count, grade, null, accessible), fanId);
    }

    Proposal propose(Snapshot map, Criteria criteria, long fanId) {
        int count = criteria.count();
        boolean accessible = criteria.accessible();
        Hall hall = map.hall();
        Predicate<Seat> free = seat -> isFree(map, seat, accessible) && criteria.accepts(hall.grade(seat));
        Predicate<List<Seat>> allowed = seats -> (!accessible || seats.stream().anyMatch(Seat::accessible))
                && (hall.singleSeatPolicy() != SingleSeatPolicy.FORBID || leavesNoneAlone(map, seats));
        ToDoubleFunction<Seat> rank = ranking(hall);
        List<Choice> adjacent = findBest(windows(map.map().json().runs().runs(free), count, rank), allowed);
        if (!adjacent.isEmpty()) {
            return proposal(hall, pick(adjacent, fanId).seats(), true);
        }
        List<Seat> apart = findNearest(hall.seats().stream().filter(free).toList(), count, rank, accessible, allowed);
        return proposal(hall, apart, false);
    }

    /** The rule of {@link LonelySeats}, applied to the map. */
    private static boolean leavesNoneAlone(Snapshot map, List<Seat> chosen) {
        SeatRuns runs = new SeatRuns(map.map().json().runs().around(chosen, LonelySeats.REACH));
        Set<Long> ids = chosen.stream().map(Seat::id).collect(Collectors.toSet());
        return LonelySeats.findLeftAlone(runs, ids, seat -> map.state(seat) == SeatState.AVAILABLE)
                .isEmpty();
    }

    private static boolean isFree(Snapshot map, Seat seat, boolean accessible) {
        if (accessible && seat.isKept()) {
            return map.map().letters()[seat.seq() - 1] == 'a';
        }
        return map.state(seat) == SeatState.AVAILABLE;
    }

    private static List<Choice> windows(List<List<Seat>> runs, int count, ToDoubleFunction<Seat> rank) {
        List<Choice> choices = new ArrayList<>();
        for (List<Seat> run : runs) {
            for (int start = 0; start + count <= run.size(); start++) {
                List<Seat> seats = run.subList(start, start + count);
                if (seats.stream().mapToInt(Seat::grade).distinct().count() > 1) {
                    continue;
                }
                int right = run.size() - start - count;
                double lonely = (start == 1 ? LONELY_PENALTY : 0) + (right == 1 ? LONELY_PENALTY : 0);
                choices.add(new Choice(
                        seats,
                        lonely + seats.stream().mapToDouble(rank).average().orElse(0)));
            }
        }
        return choices;
    }

    /** The allowed choices within {@link #TOLERANCE} of the best allowed one; the expensive check stops there. */
    private static List<Choice> findBest(List<Choice> choices, Predicate<List<Seat>> allowed) {
        List<Choice> good = new ArrayList<>();
        choices.sort(Comparator.comparingDouble(Choice::rank));
        for (Choice choice : choices) {
            if (!good.isEmpty() && choice.rank() > good.getFirst().rank() + TOLERANCE) {
                break;
            }
            if (allowed.test(choice.seats())) {
                good.add(choice);
            }
        }
        return good;
    }

    private static Choice pick(List<Choice> good, long fanId) {
        return good.get(Math.floorMod(Long.hashCode(fanId * 0x9E3779B97F4A7C15L), good.size()));
    }

    /** The nearest free seats of one grade around the best centre for which the choice is allowed. */
    private static List<Seat> findNearest(
            List<Seat> free,
            int count,
            ToDoubleFunction<Seat> rank,
            boolean accessible,
            Predicate<List<Seat>> allowed) {
        Map<Integer, Long> left = free.stream().collect(Collectors.groupingBy(Seat::grade, Collectors.counting()));
        return free.stream()
                .filter(first -> left.getOrDefault(first.grade(), 0L) >= count && (!accessible || first.accessible()))
                .sorted(Comparator.comparingDouble(rank))
                .limit(CENTRES)
                .map(first -> free.stream()
                        .filter(seat -> seat.grade() == first.grade())
                        .sorted(Comparator.comparingDouble(seat -> distance(seat, first.x(), first.y())))
                        .limit(count)
                        .toList())
                .filter(allowed)
                .findFirst()
                .orElse(List.of());
    }

    private static ToDoubleFunction<Seat> ranking(Hall hall) {
        var xs = hall.seats().stream().mapToInt(Seat::x).summaryStatistics();
        int front = hall.seats().stream().mapToInt(Seat::y).min().orElse(0);
        double middle = (xs.getMin() + xs.getMax()) / 2.0;
        return seat -> distance(seat, middle, front);
    }

    private static double distance(Seat seat, double x, double y) {
        return Math.hypot(seat.x() - x, seat.y() - y);
    }

    private static Proposal proposal(Hall hall, List<Seat> seats, boolean adjacent) {
        List<SeatOffer> offers =
                seats.stream().map(seat -> SeatOffer.of(seat, hall)).toList();
        return new Proposal(
                offers.size(),
                adjacent,
                offers.stream().mapToLong(SeatOffer::price).sum(),
                offers);
    }
}
