package podo.contracts.inventory;

/**
 * Ids of what is sold, unique over all events. A seat: {@code eventId * 1,000,000 + seq}, where {@code seq} counts from 1 in the
 * order of the seat plan. A place in a standing area: {@code 10^15 + eventId * 10^9 + n}, where {@code n} numbers the places that
 * were ever held; it tells tickets apart and is no position. Both stay below 2^53, so that scripts read them exactly.
 */
public final class SeatIds {

    public static final long SEATS_PER_EVENT = 1_000_000;

    /** The ids of places begin here; those of seats are smaller. */
    private static final long PLACES = 1_000_000_000_000_000L;

    private static final long PLACES_PER_EVENT = 1_000_000_000;

    private SeatIds() {}

    public static long of(long eventId, int seq) {
        return eventId * SEATS_PER_EVENT + seq;
    }

    public static long ofPlace(long eventId, long n) {
        if (n < 0 || n >= PLACES_PER_EVENT) {
            throw new IllegalArgumentException("place " + n + " of event " + eventId);
        }
        return PLACES + eventId * PLACES_PER_EVENT + n;
    }

    /** Whether this is a place in a standing area, which has neither row nor number. */
    public static boolean isPlace(long id) {
        return id >= PLACES;
    }

    public static long eventId(long id) {
        return isPlace(id) ? (id - PLACES) / PLACES_PER_EVENT : Math.floorDiv(id, SEATS_PER_EVENT);
    }

    /** The seat's number within its event, from 1; not for places. */
    public static int seq(long seatId) {
        return Math.floorMod(seatId, (int) SEATS_PER_EVENT);
    }
}
