package podo.event.plan;

import org.jspecify.annotations.Nullable;

/**
 * One seat of a hall with its place in the hall.
 *
 * @param seq from 1, in the order of the sections, rows and seats of the plan
 * @param grade the name of the grade that it is painted with; null when it is not painted
 * @param kind null for an ordinary seat
 * @param view why not all of the stage is seen from it; null for a free view
 * @param x plan units to the right
 * @param y plan units away from the stage
 */
public record PlannedSeat(
        int seq,
        String section,
        String row,
        int number,
        @Nullable String grade,
        @Nullable SeatKind kind,
        @Nullable String view,
        int x,
        int y) {

    public boolean accessible() {
        return kind == SeatKind.ACCESSIBLE;
    }
}
