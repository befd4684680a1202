package podo.web.seats;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.web.client.SeatClient;
import podo.web.client.ServiceRefusal;

/** Asks inventory for seats to propose; the list is empty when there are too few or inventory refuses. */
@Component
class SeatProposals {

    private static final int MAX_SEATS = 20;
    private static final SeatClient.Proposal NONE = new SeatClient.Proposal(List.of(), false, 0L, List.of());

    /**
     * The seats that a fan wants.
     *
     * @param grade null or empty: any
     * @param maxPrice highest price of one seat in won; null: any
     */
    record SeatQuery(
            int count, @Nullable String grade, @Nullable Long maxPrice, boolean accessible) {}

    private final SeatClient seats;

    SeatProposals(SeatClient seats) {
        this.seats = seats;
    }

    /** Seats, or places of a standing area. */
    SeatClient.Proposal propose(long eventId, SeatQuery query) {
        return propose(eventId, query, Set.of());
    }

    private List<SeatClient.Seat> find(long eventId, SeatQuery query, Set<Integer> lost) {
        return propose(eventId, query, lost).seats();
    }

    private SeatClient.Proposal propose(long eventId, SeatQuery query, Set<Integer> lost) {
        String grade = query.grade() == null || query.grade().isBlank() ? null : query.grade();
        try {
            return seats.best(
                    eventId,
                    Math.clamp(query.count(), 1, MAX_SEATS),
                    grade,
                    query.maxPrice(),
                    query.accessible(),
                    lost.stream().map(seq -> SeatIds.of(eventId, seq)).toList());
        } catch (ServiceRefusal refusal) {
            return NONE;
        }
    }

    /**
     * Seats in place of lost ones, by number within the event: near those that are kept, or else near the lost ones, of the same
     * grade and not dearer, or else of any grade.
     */
    List<Integer> findReplacements(long eventId, Set<Integer> lost, Set<Integer> kept, SeatListView seats) {
        if (!kept.isEmpty()) {
            return NearbySeats.find(seats, kept, lost);
        }
        List<HallPlan.Grade> grades = gradesOf(seats.plan(), lost);
        List<SeatClient.Seat> found = List.of();
        if (!grades.isEmpty()) {
            String grade = grades.size() == 1 ? grades.getFirst().name() : null;
            long maxPrice =
                    grades.stream().mapToLong(HallPlan.Grade::price).max().orElse(0);
            found = find(eventId, new SeatQuery(lost.size(), grade, maxPrice, seats.accessible()), lost);
        }
        if (found.isEmpty()) {
            found = find(eventId, new SeatQuery(lost.size(), null, null, seats.accessible()), lost);
        }
        return found.stream().map(SeatClient.Seat::seq).toList();
    }

    private static List<HallPlan.Grade> gradesOf(HallPlan plan, Collection<Integer> lost) {
        return lost.stream()
                .map(plan::seat)
                .flatMap(Optional::stream)
                .map(seat -> plan.grades().get(seat.grade()))
                .distinct()
                .toList();
    }
}
