package podo.reservation.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A hold as inventory tells it; {@code total} and prices in whole won. */
record HoldSnapshot(
        String holdId,
        long eventId,
        long fanId,
        List<Seat> seats,
        long total,
        Instant expiresAt,
        String passId,
        String status) {

    record Seat(long id, String section, String row, int number, String grade, long price) {}

    /** Ends at a whole millisecond, as it is kept. */
    HoldSnapshot {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isAliveAt(Instant now) {
        return (status.equals("HELD") || status.equals("PINNED")) && now.isBefore(expiresAt);
    }

    /** Only paid seats are sold. */
    boolean isSold() {
        return status.equals("SOLD");
    }
}
