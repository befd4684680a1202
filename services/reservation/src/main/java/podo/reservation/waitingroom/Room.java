package podo.reservation.waitingroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of a waiting room that must never be lost. Hashes and the seed are 64 hexadecimal digits. */
record Room(
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
        long served) {

    /** PAUSED admits nobody for now; DRAINING admits nobody any more; CLOSED lets nobody join either. */
    enum Mode {
        OPEN,
        PAUSED,
        DRAINING,
        CLOSED
    }

    boolean isDrawn() {
        return drawnAt != null;
    }

    /** Numbers have been given; without a lobby there was nothing to draw. */
    boolean hasNumbers() {
        return isDrawn() || highestNumber > 0;
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(salesEndAt);
    }
}
