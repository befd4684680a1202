package podo.reservation.booking.hold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a hold stands in the inventory: HELD, PINNED, SOLD, RELEASED by its fan, or LAPSED. */
public record HoldState(String holdId, String status, Instant expiresAt) {

    /** Cuts the end to whole milliseconds, as the database stores it. */
    public HoldState {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isAliveAt(Instant now) {
        return (status.equals("HELD") || status.equals("PINNED")) && now.isBefore(expiresAt);
    }

    /** A sold hold has been paid. */
    public boolean isSold() {
        return status.equals("SOLD");
    }

    /** Given back by the fan before payment. */
    public boolean isReleased() {
        return status.equals("RELEASED");
    }
}
