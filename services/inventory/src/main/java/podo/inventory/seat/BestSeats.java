package podo.inventory.seat;

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
import podo.inventory.seat.SeatMap.Picture;

/**
 * Proposes the best seats: side by side, of one grade, nearest to the middle of the front, and rather not leaving one
 * seat alone, which some halls forbid; for a fan who needs an accessible seat, round one. Fans who ask at the same moment get different ones of nearly the same rank, or they would all lose but one.
 */
@Component
class BestSeats {

    /** What leaving one seat alone costs, in plan units: two rows further back are better. */
    private static final double LONELY = 20;
    /** Proposals that are worse than the best by less than this (plan units) count as equally good. */
    private static final double AS_GOOD = 5;
    /** Where no seats are side by side, so many seats are tried as the first of them. */
    private static final int STARTS = 20;

    /** @param adjacent whether the seats are side by side; no seats when there are too few */
    record Proposal(int count, boolean adjacent, long total, List<SeatOffer> seats) {}

    private record Choice(List<Seat> seats, double rank) {}

    /**
     * What a fan asks for.
     *
     * @param grade null: any
     * @param maxPrice the most that one seat may cost in won; null: any
     */
    record Wanted(
            int count, @Nullable String grade, @Nullable Long maxPrice, boolean accessible) {

        boolean fits(Hall.Grade of) {
            return (grade == null || of.name().equals(grade)) && (maxPrice == null || of.price() <= maxPrice);
        }
    }

    Proposal propose(Picture map, int count, @Nullable String grade, boolean accessible, long fanId) {
        return propose(map, new Wanted(count, grade, null, accessible), fanId);
    }

    Proposal propose(Picture map, Wanted wanted, long fanId) {
        int count = wanted.count();
        boolean accessible = wanted.accessible();
        Hall hall = map.hall();
        Predicate<Seat> free = seat -> isFree(map, seat, accessible) && wanted.fits(hall.grade(seat));
        Predicate<List<Seat>> allowed = seats -> (!accessible || seats.stream().anyMatch(Seat::accessible))
                && (hall.singleSeatPolicy() != SingleSeatPolicy.FORBID || leavesNobodyAlone(map, seats));
        ToDoubleFunction<Seat> rank = ranking(hall);
        List<Choice> together = good(windows(map.map().sheet().rows().runs(free), count, rank), allowed);
        if (!together.isEmpty()) {
            return proposal(hall, pick(together, fanId).seats(), true);
        }
        List<Seat> apart = nearest(hall.seats().stream().filter(free).toList(), count, rank, accessible, allowed);
        return proposal(hall, apart, false);
    }

    /** As the judge's side will see it, {@link LonelySeats}. */
    private static boolean leavesNobodyAlone(Picture map, List<Seat> chosen) {
        SeatRuns rows = new SeatRuns(map.map().sheet().rows().around(chosen, LonelySeats.FAR));
        Set<Long> ids = chosen.stream().map(Seat::id).collect(Collectors.toSet());
        return LonelySeats.leftBy(rows, ids, seat -> map.state(seat) == SeatState.AVAILABLE)
                .isEmpty();
    }

    private static boolean isFree(Picture map, Seat seat, boolean accessible) {
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
                double lonely = (start == 1 ? LONELY : 0) + (right == 1 ? LONELY : 0);
                choices.add(new Choice(
                        seats,
                        lonely + seats.stream().mapToDouble(rank).average().orElse(0)));
            }
        }
        return choices;
    }

    /** Those that are nearly as good as the best that is allowed; the others are not even looked at closely. */
    private static List<Choice> good(List<Choice> choices, Predicate<List<Seat>> allowed) {
        List<Choice> good = new ArrayList<>();
        choices.sort(Comparator.comparingDouble(Choice::rank));
        for (Choice choice : choices) {
            if (!good.isEmpty() && choice.rank() > good.getFirst().rank() + AS_GOOD) {
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

    /** Seats of one grade round the best seat about which enough are free. */
    private static List<Seat> nearest(
            List<Seat> free,
            int count,
            ToDoubleFunction<Seat> rank,
            boolean accessible,
            Predicate<List<Seat>> allowed) {
        Map<Integer, Long> left = free.stream().collect(Collectors.groupingBy(Seat::grade, Collectors.counting()));
        return free.stream()
                .filter(first -> left.get(first.grade()) >= count && (!accessible || first.accessible()))
                .sorted(Comparator.comparingDouble(rank))
                .limit(STARTS)
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
