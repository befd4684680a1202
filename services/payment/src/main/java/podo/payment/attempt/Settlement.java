package podo.payment.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentUnknown;
import podo.outbox.Outbox;
import podo.payment.ledger.Ledger;
import podo.payment.order.Payment;
import podo.payment.order.PaymentWay;
import podo.payment.order.Payments;
import podo.payment.pg.TossPayment;

/**
 * Records how an attempt ended: status, ledger row and message in one transaction. The fan's request, the resolver and a
 * webhook may report the same result at once; the second call changes nothing.
 */
@Component
public class Settlement {

    private final Payments payments;
    private final ChargeAttempts attempts;
    private final Ledger ledger;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SettlementMeters meters;

    Settlement(
            Payments payments,
            ChargeAttempts attempts,
            Ledger ledger,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock,
            SettlementMeters meters) {
        this.payments = payments;
        this.attempts = attempts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.meters = meters;
    }

    /** @return empty when the order can't be charged now */
    @Transactional
    public Optional<ChargeAttempt> startAttempt(Payment payment, String paymentKey) {
        return payments.markChecking(payment.orderId())
                ? Optional.of(attempts.insert(payment.orderId(), paymentKey))
                : Optional.empty();
    }

    /** The bank was not asked: the order is READY again. */
    @Transactional
    public void dropAttempt(ChargeAttempt attempt) {
        if (payments.lock(attempt.orderId()).isPresent() && attempts.markDropped(attempt)) {
            payments.markReadyAgain(attempt.orderId());
        }
    }

    /** The bank rejected our key or format, not the fan's card: nothing was charged and the order is READY again. */
    @Transactional
    public void dropSentAttempt(ChargeAttempt attempt) {
        if (payments.lock(attempt.orderId()).isPresent() && attempts.markDroppedAfterSending(attempt)) {
            payments.markReadyAgain(attempt.orderId());
        }
    }

    @Transactional
    public void recordDecline(ChargeAttempt attempt, String code, String message) {
        Payment payment = payments.lock(attempt.orderId()).orElseThrow();
        if (attempts.markDeclined(attempt, code, message) && payments.markFailed(attempt.orderId())) {
            meters.declined();
            outbox.send(new PaymentFailed(payment.orderId(), payment.reservationId(), payment.holdId(), code));
        }
    }

    @Transactional
    public void recordUnknown(ChargeAttempt attempt, String reason, Instant lookAt) {
        Payment payment = payments.lock(attempt.orderId()).orElseThrow();
        if (attempts.markUnknown(attempt, reason, lookAt)) {
            meters.unknown();
            outbox.send(new PaymentUnknown(payment.orderId(), payment.reservationId(), payment.holdId()));
        }
    }

    /**
     * Stores an order of which the bank knows nothing as paid; one that costs nothing has no ledger row.
     *
     * @return false when it is stored already
     */
    @Transactional
    public boolean recordWithoutBank(Payment order, PaymentWay way) {
        Instant now = clock.instant();
        if (!payments.insertIfAbsent(order)) {
            return false;
        }
        String key = way.keyOf(order.orderId());
        payments.markPaid(order.orderId(), key, now);
        if (order.amount() > 0) {
            ledger.recordCapture(order.orderId(), key, order.amount(), now);
        }
        outbox.send(approved(order, now));
        return true;
    }

    private static PaymentApproved approved(Payment payment, Instant at) {
        return new PaymentApproved(
                payment.orderId(),
                payment.reservationId(),
                payment.holdId(),
                payment.eventId(),
                payment.fanId(),
                payment.seatIds(),
                payment.amount(),
                at);
    }

    /** Records a capture. One that the order does not need is published as {@link SurplusCapture}. */
    @Transactional
    public void recordCapture(TossPayment toss) {
        Payment payment = payments.lock(toss.orderId()).orElseThrow();
        Instant at = toss.approvedAtOr(clock.instant());
        if (!ledger.recordCapture(toss.orderId(), toss.paymentKey(), toss.totalAmount(), at)) {
            return;
        }
        if (toss.isCancelled()) {
            recordCancelByTheBank(toss, at);
            return;
        }
        if (payments.markPaid(toss.orderId(), toss.paymentKey(), at)) {
            attempts.closeAll(toss.orderId(), toss.paymentKey());
            meters.paid();
            outbox.send(approved(payment, at));
        } else {
            attempts.closeAll(toss.orderId(), toss.paymentKey());
            events.publishEvent(
                    new SurplusCapture(toss.orderId(), toss.paymentKey(), toss.totalAmount(), "charged twice"));
        }
    }

    /** The bank's staff cancelled the payment before we knew of it: both movements are recorded, no ticket is issued. */
    private void recordCancelByTheBank(TossPayment toss, Instant at) {
        toss.allCancels()
                .forEach(cancel -> ledger.recordRefund(
                        toss.orderId(), toss.paymentKey(), cancel.cancelAmount(), cancel.transactionKey(), at));
        attempts.find(toss.orderId(), toss.paymentKey())
                .ifPresent(attempt -> recordDecline(attempt, "CANCELED_AT_THE_BANK", "cancelled in full by the bank"));
    }
}
