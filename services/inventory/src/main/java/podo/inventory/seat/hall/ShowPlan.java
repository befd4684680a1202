package podo.inventory.seat.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.inventory.drawing.HallDrawing;

/** An event's seat plan, as the event service's {@code /internal/events/{id}/plan} returns it. */
public record ShowPlan(
        long eventId,
        int version,
        List<Grade> grades,
        List<Place> seats,
        @Nullable HallDrawing drawing) {

    /** A plan that draws nothing beside its seats. */
    ShowPlan(long eventId, int version, List<Grade> grades, List<Place> seats) {
        this(eventId, version, grades, seats, null);
    }

    /** @param price whole won */
    public record Grade(String name, long price) {}

    /** @param grade the grade's name */
    public record Place(
            int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}
}
