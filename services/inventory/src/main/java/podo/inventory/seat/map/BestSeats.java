package podo.inventory.seat.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.LonelySeats;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatOffer;
import podo.inventory.seat.SeatRuns;
import podo.inventory.seat.map.AdjacentSeats.Choice;
import podo.inventory.seat.map.SeatMap.Snapshot;

/**
 * Proposes the best seats: adjacent, of the best grade that has enough of them, nearest to the middle of the stage across all
 * sections, without leaving a single seat where another choice exists; for a fan who asks for accessible seats, around
 * one; for a fan who lost seats, near these and of their grade. Among nearly equal choices it picks one by the fan's id, so that
 * concurrent fans get different proposals.
 */
@Component
class BestSeats {

    /** Choices that are worse than the best by less than this (plan units) count as equal. */
    private static final double TOLERANCE = 5;
    /** So many equal choices at most: far from the stage, a step to the side hardly changes the distance. */
    private static final int MAX_EQUAL = 5;
    /** When no adjacent seats are left, so many seats are tried as the centre. */
    private static final int CENTRES = 20;

    /**
     * Seats, or where a grade has none, places in one of its areas.
     *
     * @param seats empty when there are too few, and for places
     * @param areas at most one, for places
     */
    record Proposal(int count, boolean adjacent, long total, List<SeatOffer> seats, List<Places> areas) {}

    /** @param price of one place in whole won */
    record Places(long areaId, String name, String grade, long price, int count) {}

    /**
     * A fan's criteria.
     *
     * @param grade null for any
     * @param maxPrice highest price per seat in whole won, null for any
     * @param near ids of lost seats, which the proposal replaces; empty for none
     */
    record Criteria(
            int count, @Nullable String grade, @Nullable Long maxPrice, boolean accessible, List<Long> near) {

        boolean accepts(Hall.Grade of) {
            return (grade == null || of.name().equals(grade)) && (maxPrice == null || of.price() <= maxPrice);
        }
    }

    Proposal propose(Snapshot map, Criteria criteria, long fanId) {
        List<Seat> lost = criteria.near().stream()
                .flatMap(id -> map.hall().seat(id).stream())
                .toList();
        return propose(map, criteria, lost, lost.isEmpty() ? fromStage(map.hall()) : from(lost), fanId);
    }

    /** @param rank less is better */
    Proposal propose(Snapshot map, Criteria criteria, List<Seat> lost, ToDoubleFunction<Seat> rank, long fanId) {
        int count = criteria.count();
        boolean accessible = criteria.accessible();
        Hall hall = map.hall();
        List<Integer> grades = bestFirst(hall, criteria, lost);
        Predicate<Seat> free = seat -> isFree(map, seat, accessible);
        Predicate<List<Seat>> allowed = seats -> (!accessible || seats.stream().anyMatch(Seat::accessible))
                && (hall.singleSeatPolicy() != SingleSeatPolicy.FORBID || leavesNoneAlone(map, seats));
        Map<Integer, List<Choice>> adjacent =
                AdjacentSeats.byGrade(map.map().json().runs().runs(free), count, rank);
        for (int grade : grades) {
            List<Choice> best = findBest(adjacent.getOrDefault(grade, List.of()), allowed, lost.isEmpty() && count > 1);
            if (!best.isEmpty()) {
                return proposal(hall, pick(best, fanId).seats(), true);
            }
            Optional<Proposal> places = accessible ? Optional.empty() : findPlaces(map, grade, count);
            if (places.isPresent()) {
                return places.get();
            }
        }
        Map<Integer, List<Seat>> left = hall.seats().stream().filter(free).collect(Collectors.groupingBy(Seat::grade));
        return grades.stream()
                .map(grade -> findApart(left.getOrDefault(grade, List.of()), count, rank, accessible, allowed))
                .filter(seats -> !seats.isEmpty())
                .findFirst()
                .map(seats -> proposal(hall, seats, false))
                .orElseGet(() -> proposal(hall, List.of(), false));
    }

    /** The wanted grades, the dearest first; after a loss the lost grade, then those that are not dearer, then the others. */
    private static List<Integer> bestFirst(Hall hall, Criteria criteria, List<Seat> lost) {
        Set<Integer> lostGrades = lost.stream().map(Seat::grade).collect(Collectors.toSet());
        long dearest = lostGrades.stream()
                .mapToLong(grade -> hall.grades().get(grade).price())
                .max()
                .orElse(Long.MAX_VALUE);
        return IntStream.range(0, hall.grades().size())
                .filter(grade -> criteria.accepts(hall.grades().get(grade)))
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(grade -> !lostGrades.contains(grade))
                        .thenComparing(grade -> hall.grades().get(grade).price() > dearest)
                        .thenComparing(grade -> -hall.grades().get(grade).price()))
                .toList();
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

    /**
     * @param sparing whether a choice that leaves a single seat alone is taken only where there is no other; after a loss, and for a fan who comes
     *     alone, a seat nearby is worth more, and leaving one alone costs as much as {@link AdjacentSeats} says
     */
    private static List<Choice> findBest(List<Choice> choices, Predicate<List<Seat>> allowed, boolean sparing) {
        List<Choice> good = sparing
                ? findBest(choices.stream().filter(choice -> !choice.lonely()).toList(), allowed)
                : List.of();
        return good.isEmpty() ? findBest(choices, allowed) : good;
    }

    /** The allowed choices within {@link #TOLERANCE} of the best allowed one; the expensive check stops there. */
    private static List<Choice> findBest(List<Choice> choices, Predicate<List<Seat>> allowed) {
        List<Choice> good = new ArrayList<>();
        for (Choice choice : choices.stream()
                .sorted(Comparator.comparingDouble(Choice::rank))
                .toList()) {
            if (good.size() == MAX_EQUAL
                    || (!good.isEmpty() && choice.rank() > good.getFirst().rank() + TOLERANCE)) {
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

    /** The nearest of these seats, all of one grade, around the best centre for which the choice is allowed. */
    private static List<Seat> findApart(
            List<Seat> free,
            int count,
            ToDoubleFunction<Seat> rank,
            boolean accessible,
            Predicate<List<Seat>> allowed) {
        if (free.size() < count) {
            return List.of();
        }
        List<Seat> centres = accessible ? free.stream().filter(Seat::accessible).toList() : free;
        return findNearest(centres, CENTRES, rank).stream()
                .map(centre -> findNearest(free, count, seat -> distance(seat, centre.x(), centre.y())))
                .filter(allowed)
                .findFirst()
                .orElse(List.of());
    }

    /** The {@code count} seats of the least rank, the least first; ranks each seat once and sorts only those. */
    private static List<Seat> findNearest(List<Seat> seats, int count, ToDoubleFunction<Seat> rank) {
        Comparator<Choice> byRank = Comparator.comparingDouble(Choice::rank);
        PriorityQueue<Choice> nearest = new PriorityQueue<>(byRank.reversed());
        for (Seat seat : seats) {
            nearest.add(new Choice(List.of(seat), rank.applyAsDouble(seat), false));
            if (nearest.size() > count) {
                nearest.remove();
            }
        }
        return nearest.stream()
                .sorted(byRank)
                .map(choice -> choice.seats().getFirst())
                .toList();
    }

    /** How far a seat is from the middle of the stage; where none is drawn, it is where the seats nearest to it begin. */
    static ToDoubleFunction<Seat> fromStage(Hall hall) {
        var xs = hall.seats().stream().mapToInt(Seat::x).summaryStatistics();
        int front = hall.seats().stream().mapToInt(Seat::y).min().orElse(0);
        double middle = (xs.getMin() + xs.getMax()) / 2.0;
        double[] stage = hall.drawing().stage(middle, front).orElse(new double[] {middle, front});
        return seat -> distance(seat, stage[0], stage[1]);
    }

    private static ToDoubleFunction<Seat> from(List<Seat> lost) {
        double x = lost.stream().mapToInt(Seat::x).average().orElse(0);
        double y = lost.stream().mapToInt(Seat::y).average().orElse(0);
        return seat -> distance(seat, x, y);
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
                offers,
                List.of());
    }

    /** The area of this grade with the most room, when that is enough. */
    private static Optional<Proposal> findPlaces(Snapshot map, int grade, int count) {
        List<Hall.Area> areas = map.hall().areas();
        return IntStream.range(0, areas.size())
                .filter(i -> areas.get(i).grade() == grade && map.available()[i] >= count)
                .boxed()
                .max(Comparator.comparingInt(i -> map.available()[i]))
                .map(i -> proposal(map.hall(), areas.get(i), count));
    }

    private static Proposal proposal(Hall hall, Hall.Area area, int count) {
        Hall.Grade grade = hall.grade(area);
        return new Proposal(
                count,
                false,
                count * grade.price(),
                List.of(),
                List.of(new Places(area.id(), area.name(), grade.name(), grade.price(), count)));
    }
}
