package podo.reservation.booking.hold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A hold as the inventory answers it; {@code total} and prices in whole won. */
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

    /** Cuts the end to whole milliseconds, as the database stores it. */
    public HoldSnapshot {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isAliveAt(Instant now) {
        return new HoldState(holdId, status, expiresAt).isAliveAt(now);
    }
}
