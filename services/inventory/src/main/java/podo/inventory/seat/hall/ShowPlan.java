package podo.inventory.seat.hall;

import java.util.List;

/** An event's seat plan, as the event service's {@code /internal/events/{id}/plan} returns it. */
public record ShowPlan(long eventId, int version, List<Grade> grades, List<Place> seats) {

    /** @param price whole won */
    public record Grade(String name, long price) {}

    /** @param grade the grade's name */
    public record Place(
            int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}
}
