package podo.payment.refund;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that is to go back; amounts in whole won.
 *
 * @param id the cancellation's id
 * @param paymentKey the charge to cancel, when it is not the one that paid the order
 * @param keyNumber counts the idempotency keys used: a new one only after a certain refusal
 * @param tries how often the bank was asked with the present key and the end stayed unknown
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

    /** Stands in the bank's own record of the cancel, so that it is found again when an answer was lost. */
    String mark() {
        return "[" + id + "]";
    }

    String reasonForTheBank() {
        String words = reason.isBlank() ? "cancelled" : reason;
        int room = 200 - mark().length() - 1;
        return (words.length() <= room ? words : words.substring(0, room)) + " " + mark();
    }

    String idempotencyKey() {
        return "refund-" + id + "-" + keyNumber;
    }

    /** Whether this charge had no order to pay for: the order's own sums stay as they are. */
    boolean isOfAnotherCharge() {
        return paymentKey != null;
    }
}
