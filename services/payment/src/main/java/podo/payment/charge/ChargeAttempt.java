package podo.payment.charge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to charge an order with one payment key.
 *
 * @param idempotencyKey the same for every repeat of this attempt, another for the next
 * @param pinnedUntil how long the hold lives at least, once inventory has pinned it
 * @param looks how often it has been looked up since
 */
record ChargeAttempt(
        long id,
        String orderId,
        String paymentKey,
        String idempotencyKey,
        ChargeAttemptState state,
        @Nullable String code,
        @Nullable String message,
        @Nullable Instant pinnedUntil,
        Instant startedAt,
        @Nullable Instant sentAt,
        int looks) {

    boolean isPinned(Instant now) {
        return pinnedUntil != null && now.isBefore(pinnedUntil);
    }
}
