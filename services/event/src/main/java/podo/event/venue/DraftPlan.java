package podo.event.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podo.event.plan.PlanSeats;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatKind;
import podo.event.plan.SeatingPlan;

/**
 * A plan that is not saved yet, in the form in which the inventory serves a hall's layout, so that the same code draws both:
 * {@code seats: [[seq, section, row, number, grade, accessible, x, y]]}, with accessible 0, 1, or 2 for a companion's seat. Without
 * painted grades there is one without a name.
 */
record DraftPlan(
        int version,
        List<Grade> grades,
        List<String> sections,
        List<List<Object>> seats,
        List<SeatingPlan.Shape> shapes) {

    record Grade(String name, long price) {}

    static DraftPlan of(SeatingPlan plan) {
        List<String> painted = plan.paintedGrades().isEmpty() ? List.of("") : plan.paintedGrades();
        Map<String, Integer> indexes = new LinkedHashMap<>();
        List<List<Object>> seats = new ArrayList<>();
        for (PlannedSeat seat : PlanSeats.of(plan)) {
            int index = indexes.computeIfAbsent(seat.section(), name -> indexes.size());
            int grade = seat.grade() == null ? 0 : painted.indexOf(seat.grade());
            seats.add(List.of(seat.seq(), index, seat.row(), seat.number(), grade, letter(seat), seat.x(), seat.y()));
        }
        return new DraftPlan(
                0,
                painted.stream().map(name -> new Grade(name, 0)).toList(),
                List.copyOf(indexes.keySet()),
                seats,
                plan.shapes());
    }

    private static int letter(PlannedSeat seat) {
        if (seat.accessible()) {
            return 1;
        }
        return seat.kind() == SeatKind.COMPANION ? 2 : 0;
    }
}
