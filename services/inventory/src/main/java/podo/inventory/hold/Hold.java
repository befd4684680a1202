package podo.inventory.hold;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fan's claim on seats of one event.
 *
 * @param prices of each seat when it was held, in whole won, in the order of {@code seatIds}; empty in rows of versions that kept only
 *     the total
 * @param total whole won
 * @param extended how often the fan extended it
 * @param orderId the order that was settled on it, null while there is none
 */
public record Hold(
        String id,
        long eventId,
        long fanId,
        List<Long> seatIds,
        List<Long> prices,
        long total,
        Status status,
        Instant heldUntil,
        String passId,
        Instant passUntil,
        int extended,
        @Nullable String orderId) {

    /** The stored status; whether a hold that is HELD or PINNED is alive depends on its end. */
    public enum Status {
        HELD,
        PINNED,
        SOLD,
        RELEASED,
        LAPSED,
        LOST,
        RETURNED
    }

    /** The status that callers see: HELD, PINNED, SOLD, RELEASED or LAPSED. */
    public Status seenAt(Instant now) {
        return switch (status) {
            case HELD, PINNED -> heldUntil.isAfter(now) ? status : Status.LAPSED;
            case LOST -> Status.LAPSED;
            case RETURNED -> Status.RELEASED;
            case SOLD, RELEASED, LAPSED -> status;
        };
    }
}
