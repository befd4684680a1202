package podo.contracts.inventory;

/** Seat ids are unique over all events: {@code eventId * 1,000,000 + seq}; {@code seq} counts from 1 in the order of the seat plan. */
public final class SeatIds {

    public static final long SEATS_PER_EVENT = 1_000_000;

    private SeatIds() {}

    public static long of(long eventId, int seq) {
        return eventId * SEATS_PER_EVENT + seq;
    }

    public static long eventId(long seatId) {
        return seatId / SEATS_PER_EVENT;
    }

    /** The seat's number within its event, from 1. */
    public static int seq(long seatId) {
        return (int) (seatId % SEATS_PER_EVENT);
    }
}
