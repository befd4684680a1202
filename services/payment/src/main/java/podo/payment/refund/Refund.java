package podo.payment.refund;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund, requested or done; amounts in whole won.
 *
 * @param id the cancellation's id
 * @param paymentKey the captured payment to cancel; null for the one that paid the order
 * @param keyNumber number of the present idempotency key; a new one only after a certain refusal
 * @param tries how many requests ended unknown
 */
record Refund(
        String id,
        String orderId,
        @Nullable String paymentKey,
        List<Long> seatIds,
        long amount,
        long fee,
        String reason,
        RefundState state,
        int keyNumber,
        int tries) {

    /** Part of the cancel reason in the bank's own record, by which the cancel is found when an answer was lost. */
    String mark() {
        return "[" + id + "]";
    }

    String cancelReason() {
        String words = reason.isBlank() ? "cancelled" : reason;
        int room = 200 - mark().length() - 1;
        return (words.length() <= room ? words : words.substring(0, room)) + " " + mark();
    }

    String idempotencyKey() {
        return "refund-" + id + "-" + keyNumber;
    }

    /** Whether it refunds a surplus capture; the order's own sums then stay unchanged. */
    boolean isOfSurplusCapture() {
        return paymentKey != null;
    }
}
