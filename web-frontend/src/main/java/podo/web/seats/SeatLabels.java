package podo.web.seats;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.web.client.SeatClient;

/** Finds the ids of seats by section, row and number. */
@Component
public class SeatLabels {

    private final SeatClient seats;
    private final HallPlans plans;

    SeatLabels(SeatClient seats, HallPlans plans) {
        this.seats = seats;
        this.plans = plans;
    }

    /** A standing area as the organiser sees it. */
    public record AreaLeft(String name, String grade, int left, int capacity) {}

    public List<AreaLeft> areas(long eventId) {
        SeatListView seats = plans.current(eventId, false);
        return seats.areas(Map.of(), 0).stream()
                .map(area -> new AreaLeft(area.name(), area.grade().name(), area.free(), area.capacity()))
                .toList();
    }

    public List<String> sections(long eventId) {
        return plan(eventId).sections();
    }

    /** The id of this seat, or the ids of the whole row when {@code number} is null; empty when there is no such seat. */
    public List<Long> find(long eventId, String section, String row, @Nullable Integer number) {
        HallPlan plan = plan(eventId);
        int index = plan.sections().indexOf(section);
        return plan.seats().stream()
                .filter(seat -> seat.section() == index && seat.row().equals(row))
                .filter(seat -> number == null || seat.number() == number)
                .map(seat -> SeatIds.of(eventId, seat.seq()))
                .toList();
    }

    private HallPlan plan(long eventId) {
        return plans.get(eventId, seats.state(eventId).layout()).plan();
    }
}
