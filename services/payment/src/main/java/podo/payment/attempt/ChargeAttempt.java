package podo.payment.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to charge an order with one payment key.
 *
 * @param idempotencyKey sent with every repeat of this attempt, and with no other
 * @param code the bank's error code, once it declined
 * @param pinnedUntil until when inventory keeps the hold, once it is pinned
 * @param looks how many look-ups were made since
 */
public record ChargeAttempt(
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

    public boolean isPinned(Instant now) {
        return pinnedUntil != null && now.isBefore(pinnedUntil);
    }
}
