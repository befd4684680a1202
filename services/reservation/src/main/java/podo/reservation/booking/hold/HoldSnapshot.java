package podo.reservation.booking.hold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A hold as inventory tells it; {@code total} and prices in whole won. */
public record HoldSnapshot(
        String holdId,
        long eventId,
        long fanId,
        List<Seat> seats,
        long total,
        Instant expiresAt,
        String passId,
        String status) {

    public record Seat(long id, String section, String row, int number, String grade, long price) {}

    /** Ends at a whole millisecond, as it is kept. */
    HoldSnapshot {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isAliveAt(Instant now) {
        return (status.equals("HELD") || status.equals("PINNED")) && now.isBefore(expiresAt);
    }

    /** Only paid seats are sold. */
    public boolean isSold() {
        return status.equals("SOLD");
    }
}
