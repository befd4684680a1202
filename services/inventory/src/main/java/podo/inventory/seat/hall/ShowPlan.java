package podo.inventory.seat.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.inventory.drawing.HallDrawing;
import podo.inventory.seat.Hall;

/**
 * An event's seat plan, as the event service's {@code /internal/events/{id}/plan} returns it.
 *
 * @param areas null from a sender that knows none
 */
public record ShowPlan(
        long eventId,
        int version,
        List<Grade> grades,
        List<Place> seats,
        @Nullable List<Area> areas,
        @Nullable HallDrawing drawing) {

    /** A plan that has nothing beside its seats. */
    ShowPlan(long eventId, int version, List<Grade> grades, List<Place> seats) {
        this(eventId, version, grades, seats, null, null);
    }

    List<Area> areasOrNone() {
        return areas == null ? List.of() : areas;
    }

    /** A standing area with its outline; {@code grade} is the grade's name. */
    public record Area(String name, String grade, int capacity, int x, int y, int width, int height) {}

    /**
     * @param price whole won
     * @param kinds null from a sender that knows none
     */
    public record Grade(String name, long price, @Nullable List<Hall.Kind> kinds) {

        Grade(String name, long price) {
            this(name, price, null);
        }

        boolean hasKinds() {
            return kinds != null && !kinds.isEmpty();
        }
    }

    /** @param grade the grade's name */
    public record Place(
            int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}
}
