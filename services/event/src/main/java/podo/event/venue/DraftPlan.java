package podo.event.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan that is not built yet, in the form in which the inventory serves a hall's layout, so that the same code draws both:
 * {@code seats: [[seq, section, row, number, grade, accessible, x, y]]}, with the only grade 0 and accessible 0 or 1.
 */
record DraftPlan(int version, List<Grade> grades, List<String> sections, List<List<Object>> seats) {

    record Grade(String name, long price) {}

    static DraftPlan of(List<Section> sections) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        List<List<Object>> seats = new ArrayList<>();
        for (PlannedSeat seat : SeatLayout.of(sections)) {
            int index = indexes.computeIfAbsent(seat.section(), name -> indexes.size());
            int accessible = seat.accessible() ? 1 : 0;
            seats.add(List.of(seat.seq(), index, seat.row(), seat.number(), 0, accessible, seat.x(), seat.y()));
        }
        return new DraftPlan(0, List.of(new Grade("", 0)), List.copyOf(indexes.keySet()), seats);
    }
}
