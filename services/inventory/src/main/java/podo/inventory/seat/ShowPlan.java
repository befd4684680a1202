package podo.inventory.seat;

import java.util.List;

/** A show's plan as the event service tells it. */
record ShowPlan(long eventId, int version, List<Grade> grades, List<Place> seats) {

    /** @param price whole won */
    record Grade(String name, long price) {}

    /** @param grade the grade's name */
    record Place(int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}
}
