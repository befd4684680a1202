package podo.web.seats;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.calls.SeatClient;
import podo.web.calls.ServiceRefusal;

/** Proposes seats; none when there are not enough, or when nobody can tell just now. */
@Component
class SeatProposals {

    private static final int MOST = 20;

    /**
     * What a fan asks for.
     *
     * @param grade null or empty: any
     * @param maxPrice per seat in won; null: any
     */
    record Wanted(
            int count, @Nullable String grade, @Nullable Long maxPrice, boolean accessible) {}

    private final SeatClient seats;
    private final HallPlans plans;

    SeatProposals(SeatClient seats, HallPlans plans) {
        this.seats = seats;
        this.plans = plans;
    }

    List<SeatClient.Offer> of(long eventId, Wanted wanted) {
        String grade = wanted.grade() == null || wanted.grade().isBlank() ? null : wanted.grade();
        try {
            return seats.best(
                            eventId, Math.clamp(wanted.count(), 1, MOST), grade, wanted.maxPrice(), wanted.accessible())
                    .seats();
        } catch (ServiceRefusal refusal) {
            return List.of();
        }
    }

    /** In place of a choice of which these were lost: of their grade and no dearer, or else any. */
    List<SeatClient.Offer> insteadOf(long eventId, Collection<Integer> lost, int count, boolean accessible) {
        List<HallPlan.Grade> grades = gradesOf(eventId, lost);
        if (!grades.isEmpty()) {
            String one = grades.size() == 1 ? grades.getFirst().name() : null;
            long dearest =
                    grades.stream().mapToLong(HallPlan.Grade::price).max().orElse(0);
            List<SeatClient.Offer> alike = of(eventId, new Wanted(count, one, dearest, accessible));
            if (!alike.isEmpty()) {
                return alike;
            }
        }
        return of(eventId, new Wanted(count, null, null, accessible));
    }

    private List<HallPlan.Grade> gradesOf(long eventId, Collection<Integer> lost) {
        HallPlan plan = plans.known(eventId);
        return lost.stream()
                .map(plan::seat)
                .flatMap(Optional::stream)
                .map(seat -> plan.grades().get(seat.grade()))
                .distinct()
                .toList();
    }
}
