package podo.payment.audit.evidence;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.contracts.payment.PaymentStatus;
import podo.payment.order.PaymentWay;

/**
 * One order as this service has recorded it; amounts in whole won.
 *
 * @param ofBoxOffice whether a box office sold it, as the number of its buyer says
 * @param attempted whether the bank may know the order
 * @param ledgerCaptured sum of the ledger's captures with the payment key that paid
 * @param ledgerRefunded sum of the ledger's refunds with the payment key that paid
 * @param surplusCaptured sum of the ledger's captures with any other payment key
 * @param surplusRefunded sum of the ledger's refunds with any other payment key
 * @param pendingRefunds refunds and fees that are stored and not done
 * @param pendingSeats the seats of those refunds
 * @param seats how many seats it has; {@code seatsBack} those that were refunded or are to be
 * @param stuckRefunds how many refunds the bank refused
 */
public record OrderMoney(
        String orderId,
        long eventId,
        long amount,
        PaymentStatus status,
        @Nullable String paymentKey,
        long refunded,
        long fees,
        Instant changedAt,
        boolean ofBoxOffice,
        boolean attempted,
        long ledgerCaptured,
        long ledgerRefunded,
        long surplusCaptured,
        long surplusRefunded,
        long pendingRefunds,
        Set<Long> pendingSeats,
        int seats,
        int seatsBack,
        int stuckRefunds) {

    public boolean isPaid() {
        return paymentKey != null;
    }

    /** How it was paid, as its payment key says. */
    public PaymentWay way() {
        return PaymentWay.of(paymentKey, orderId);
    }

    public boolean isChecking() {
        return status == PaymentStatus.CHECKING;
    }

    public boolean isFree() {
        return amount == 0;
    }

    /** The price of the seats that must have a valid ticket. */
    public long ticketedAmount() {
        return (isPaid() ? amount - refunded - fees : 0) - pendingRefunds;
    }
}
