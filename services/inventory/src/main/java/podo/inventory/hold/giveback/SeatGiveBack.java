package podo.inventory.hold.giveback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sold seat, or place of a standing area, whose fan gives it up once another fan has paid for it. Until then it stays sold to the giver.
 *
 * @param price at which it was sold and is sold again, in whole won
 * @param heldAt when that price was agreed
 * @param claimHold the hold of the fan to whom it is or was offered last; the only one that can buy it
 */
public record SeatGiveBack(
        String id,
        long eventId,
        long seatId,
        String giverHold,
        String giverOrder,
        long price,
        Instant heldAt,
        State state,
        @Nullable String claimHold) {

    /** How far a give-back has come. */
    public enum State {
        OPEN,
        WITHDRAWN,
        SOLD
    }

    boolean isOpen() {
        return state == State.OPEN;
    }
}
