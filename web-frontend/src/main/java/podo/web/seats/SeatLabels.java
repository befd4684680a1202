package podo.web.seats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.calls.SeatClient;

/** Finds seats of an event by what stands on their backs. */
@Component
public class SeatLabels {

    private static final long SEATS_PER_EVENT = 1_000_000;

    private final SeatClient seats;
    private final HallPlans plans;

    SeatLabels(SeatClient seats, HallPlans plans) {
        this.seats = seats;
        this.plans = plans;
    }

    public List<String> sections(long eventId) {
        return plan(eventId).sections();
    }

    /** The ids of this seat, or of the whole row when no number is given; empty when there is none such. */
    public List<Long> find(long eventId, String section, String row, @Nullable Integer number) {
        HallPlan plan = plan(eventId);
        int index = plan.sections().indexOf(section);
        return plan.seats().stream()
                .filter(seat -> seat.section() == index && seat.row().equals(row))
                .filter(seat -> number == null || seat.number() == number)
                .map(seat -> eventId * SEATS_PER_EVENT + seat.seq())
                .toList();
    }

    private HallPlan plan(long eventId) {
        return plans.of(eventId, seats.state(eventId).layout()).plan();
    }
}
