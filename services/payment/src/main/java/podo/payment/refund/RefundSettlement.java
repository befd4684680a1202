package podo.payment.refund;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentStatus;
import podo.outbox.Outbox;
import podo.payment.ledger.Ledger;
import podo.payment.order.Payment;
import podo.payment.order.Payments;

/** Records the end of a refund once: state, ledger row and message in one transaction. */
@Component
class RefundSettlement {

    private final Refunds refunds;
    private final Payments payments;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;

    RefundSettlement(Refunds refunds, Payments payments, Ledger ledger, Outbox outbox, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param transactionKey the bank's key of the cancel */
    @Transactional
    public void recordDone(Refund refund, String paymentKey, String transactionKey) {
        payments.lock(refund.orderId());
        if (!refunds.markEnded(refund, RefundState.DONE)) {
            return;
        }
        ledger.recordRefund(refund.orderId(), paymentKey, refund.amount(), transactionKey, clock.instant());
        if (!refund.isOfSurplusCapture()) {
            addRefund(refund, refund.amount());
            sendCancelled(refund);
        }
    }

    /** The fee equals the price: the seats return, no money moves. */
    @Transactional
    public void recordDoneWithoutMoney(Refund refund) {
        payments.lock(refund.orderId());
        if (refunds.markEnded(refund, RefundState.DONE)) {
            addRefund(refund, 0);
            sendCancelled(refund);
        }
    }

    private void addRefund(Refund refund, long amount) {
        int seats = payments.find(refund.orderId()).orElseThrow().seatIds().size();
        payments.addRefund(refund.orderId(), amount, refund.fee(), refunds.countSeatsBack(refund.orderId()) < seats);
    }

    /**
     * Closes an order for which nothing was charged.
     *
     * @return false when an attempt is open or the order is paid
     */
    @Transactional
    public boolean closeUncharged(Refund refund) {
        Payment payment = payments.lock(refund.orderId()).orElseThrow();
        boolean closed = payments.markCancelledUnpaid(refund.orderId())
                || (payment.paymentKey() == null && payment.status() == PaymentStatus.CANCELLED);
        if (closed && refunds.markEnded(refund, RefundState.VOID)) {
            sendCancelled(payment, refund, 0, 0);
        }
        return closed;
    }

    private void sendCancelled(Refund refund) {
        Payment payment = payments.find(refund.orderId()).orElseThrow();
        sendCancelled(payment, refund, refund.amount(), payment.remaining());
    }

    private void sendCancelled(Payment payment, Refund refund, long amount, long remaining) {
        outbox.send(new PaymentCancelled(
                refund.id(),
                payment.orderId(),
                payment.reservationId(),
                payment.holdId(),
                payment.eventId(),
                refund.seatIds(),
                amount,
                remaining));
    }
}
