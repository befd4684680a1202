package podo.inventory.seat;

/**
 * A seat as the plan has it; what changes hands is elsewhere.
 *
 * @param id unique over all events: event * 1,000,000 + seq
 * @param grade position in the hall's list of grades
 * @param companion beside an accessible seat, for whoever comes along
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

    static final long SEATS_PER_EVENT = 1_000_000;

    public static long id(long eventId, int seq) {
        return eventId * SEATS_PER_EVENT + seq;
    }

    /** The event that a seat id belongs to. */
    public static long event(long seatId) {
        return seatId / SEATS_PER_EVENT;
    }

    /** The number of the seat within its event, from 1. */
    public static int seq(long seatId) {
        return (int) (seatId % SEATS_PER_EVENT);
    }

    public int seq() {
        return seq(id);
    }

    /** Whether it is meant for fans who need an accessible seat, or for those with them. */
    boolean isKept() {
        return accessible || companion;
    }

    Seat asCompanion() {
        return new Seat(id, section, row, number, grade, accessible, true, x, y);
    }
}
