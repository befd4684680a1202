package podo.inventory.seat;

import podo.contracts.inventory.SeatIds;

/**
 * A seat of the plan, without its state.
 *
 * @param id unique over all events, see {@link SeatIds}
 * @param grade position in the hall's list of grades
 * @param companion beside an accessible seat, kept for that fan's companion
 * @param x plan units, ten to a seat pitch, growing to the right
 * @param y plan units, growing away from the stage
 */
public record Seat(
        long id,
        String section,
        String row,
        int number,
        int grade,
        boolean accessible,
        boolean companion,
        int x,
        int y) {

    /** The seat's number within its event, from 1. */
    public int seq() {
        return SeatIds.seq(id);
    }

    /** Whether it is kept for fans who need an accessible seat or for their companions. */
    public boolean isKept() {
        return accessible || companion;
    }

    Seat asCompanion() {
        return new Seat(id, section, row, number, grade, accessible, true, x, y);
    }
}
