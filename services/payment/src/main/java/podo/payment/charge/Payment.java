package podo.payment.charge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.payment.PaymentStatus;

/**
 * What an order costs and how much of it is paid; amounts in whole won.
 *
 * @param paymentKey the bank's key of the attempt that paid
 * @param refunded what went back to the fan
 * @param fees what was kept back when seats were given back
 */
public record Payment(
        String orderId,
        String reservationId,
        String holdId,
        long eventId,
        long fanId,
        List<Long> seatIds,
        String orderName,
        long amount,
        PaymentStatus status,
        @Nullable String paymentKey,
        @Nullable Instant approvedAt,
        long refunded,
        long fees) {

    /** For an answer that must not wait any longer: it is on its way, though nothing of it may be written down yet. */
    Payment beingAsked() {
        return new Payment(
                orderId,
                reservationId,
                holdId,
                eventId,
                fanId,
                seatIds,
                orderName,
                amount,
                PaymentStatus.CHECKING,
                paymentKey,
                approvedAt,
                refunded,
                fees);
    }

    /** What is still paid for seats that were not given back. */
    public long remaining() {
        return paymentKey == null ? 0 : amount - refunded - fees;
    }
}
