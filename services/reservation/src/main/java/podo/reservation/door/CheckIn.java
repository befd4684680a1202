package podo.reservation.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan with its answer, as it is stored.
 *
 * @param eventId null for a code that names none of our tickets
 * @param ticketId likewise
 * @param admitted whether somebody was let in
 */
record CheckIn(
        String id,
        @Nullable String scanId,
        @Nullable Long eventId,
        @Nullable Long ticketId,
        String gate,
        CheckInResult result,
        boolean admitted,
        long scannedBy,
        Instant scannedAt,
        @Nullable Instant undoneAt) {

    /** Somebody was let in who should not have been, as it turned out when the gates met. */
    boolean isConflict() {
        return admitted && result != CheckInResult.VALID;
    }
}
