package podo.payment.refund;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentStatus;
import podo.outbox.Outbox;
import podo.payment.charge.Payment;
import podo.payment.charge.Payments;
import podo.payment.ledger.Ledger;

/** Writes down that money went back: state, ledger and message in one transaction, once. */
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

    /** @param transactionKey the bank's name for the cancel */
    @Transactional
    public void done(Refund refund, String paymentKey, String transactionKey) {
        payments.lock(refund.orderId());
        if (!refunds.become(refund, RefundState.DONE)) {
            return;
        }
        ledger.refunded(refund.orderId(), paymentKey, refund.amount(), transactionKey, clock.instant());
        if (!refund.isOfAnotherCharge()) {
            payments.gaveBack(refund.orderId(), refund.amount(), refund.fee());
            tell(refund);
        }
    }

    /** The fee eats it all: the seats are given back, and no money moves. */
    @Transactional
    public void doneWithoutMoney(Refund refund) {
        payments.lock(refund.orderId());
        if (refunds.become(refund, RefundState.DONE)) {
            payments.gaveBack(refund.orderId(), 0, refund.fee());
            tell(refund);
        }
    }

    /** Nothing was charged and nothing will be: the order is closed. False when that is not so any more. */
    @Transactional
    public boolean nothingToGiveBack(Refund refund) {
        Payment payment = payments.lock(refund.orderId()).orElseThrow();
        boolean closed = payments.close(refund.orderId())
                || (payment.paymentKey() == null && payment.status() == PaymentStatus.CANCELLED);
        if (closed && refunds.become(refund, RefundState.VOID)) {
            tell(payment, refund, 0, 0);
        }
        return closed;
    }

    private void tell(Refund refund) {
        Payment payment = payments.find(refund.orderId()).orElseThrow();
        tell(payment, refund, refund.amount(), payment.remaining());
    }

    private void tell(Payment payment, Refund refund, long amount, long remaining) {
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
