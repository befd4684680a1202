package podo.payment.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.payment.PaymentStatus;

/**
 * What an order costs and how much of it is paid; amounts in whole won.
 *
 * @param paymentKey the bank's key of the attempt that paid, or a key of {@link PaymentWay}; null while nothing is paid
 * @param refunded what went back to the fan
 * @param fees what was kept when seats were cancelled
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

    public PaymentWay way() {
        return PaymentWay.of(paymentKey, orderId);
    }

    /** A copy that reads CHECKING: for an answer that is given before the attempt's row is committed. */
    public Payment asChecking() {
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

    /** Whether another attempt may start. */
    public boolean isChargeable() {
        return status == PaymentStatus.READY || status == PaymentStatus.FAILED;
    }

    /** What is still paid, for seats that were not cancelled. */
    public long remaining() {
        return paymentKey == null ? 0 : amount - refunded - fees;
    }
}
