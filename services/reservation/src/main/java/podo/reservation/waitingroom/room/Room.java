package podo.reservation.waitingroom.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a waiting room that must never be lost. Hashes and the seed are 64 hexadecimal digits.
 *
 * @param reserved no number beyond this one has been given
 */
public record Room(
        long eventId,
        long organiserId,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        int rate,
        int cap,
        int extensions,
        Mode mode,
        String seed,
        String seedHash,
        @Nullable String listHash,
        @Nullable Instant drawnAt,
        int drawn,
        long highestNumber,
        long served,
        long reserved,
        @Nullable Instant laidOutAt) {

    /** PAUSED admits nobody for now; DRAINING admits nobody any more; CLOSED lets nobody join either. */
    public enum Mode {
        OPEN,
        PAUSED,
        DRAINING,
        CLOSED
    }

    public boolean isDrawn() {
        return drawnAt != null;
    }

    /** Numbers have been given; without a lobby there was nothing to draw. */
    public boolean hasNumbers() {
        return isDrawn() || reserved > 0;
    }

    /** It has stood in Redis; when it does not now, it was lost. */
    public boolean wasLaidOut() {
        return laidOutAt != null || hasNumbers();
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(salesEndAt);
    }
}
