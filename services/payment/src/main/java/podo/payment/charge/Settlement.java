package podo.payment.charge;

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
import podo.payment.pg.TossPayment;

/**
 * Writes down what became of an attempt: state, ledger and message in one transaction. Every way may be gone twice, by
 * the fan's call, the resolver and the webhook at once: the second finds nothing left to change.
 */
@Component
class Settlement {

    private final Payments payments;
    private final ChargeAttempts attempts;
    private final Ledger ledger;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            Payments payments,
            ChargeAttempts attempts,
            Ledger ledger,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** @return nothing when the order can't be charged now */
    @Transactional
    public Optional<ChargeAttempt> start(Payment payment, String paymentKey) {
        return payments.startChecking(payment.orderId())
                ? Optional.of(attempts.start(payment.orderId(), paymentKey))
                : Optional.empty();
    }

    /** Never asked of the bank: as if the attempt had not been. */
    @Transactional
    public void dropped(ChargeAttempt attempt) {
        if (payments.lock(attempt.orderId()).isPresent() && attempts.drop(attempt)) {
            payments.stopChecking(attempt.orderId());
        }
    }

    /** The bank would not even talk to us: nothing was charged, and it is not the fan's card. */
    @Transactional
    public void notTaken(ChargeAttempt attempt) {
        if (payments.lock(attempt.orderId()).isPresent() && attempts.takeBack(attempt)) {
            payments.stopChecking(attempt.orderId());
        }
    }

    @Transactional
    public void declined(ChargeAttempt attempt, String code, String message) {
        Payment payment = payments.lock(attempt.orderId()).orElseThrow();
        if (attempts.decline(attempt, code, message) && payments.fail(attempt.orderId())) {
            outbox.send(new PaymentFailed(payment.orderId(), payment.reservationId(), payment.holdId(), code));
        }
    }

    @Transactional
    public void unknown(ChargeAttempt attempt, String why, Instant lookAt) {
        Payment payment = payments.lock(attempt.orderId()).orElseThrow();
        if (attempts.lost(attempt, why, lookAt)) {
            outbox.send(new PaymentUnknown(payment.orderId(), payment.reservationId(), payment.holdId()));
        }
    }

    /** The money is captured, whoever found out. A capture that the order has no use for is to go back. */
    @Transactional
    public void captured(TossPayment toss) {
        Payment payment = payments.lock(toss.orderId()).orElseThrow();
        Instant at = toss.approved(clock.instant());
        if (!ledger.captured(toss.orderId(), toss.paymentKey(), toss.totalAmount(), at)) {
            return;
        }
        if (toss.isGivenBack()) {
            givenBackByTheBank(toss, at);
            return;
        }
        if (payments.paid(toss.orderId(), toss.paymentKey(), at)) {
            attempts.settle(toss.orderId(), toss.paymentKey());
            outbox.send(new PaymentApproved(
                    payment.orderId(),
                    payment.reservationId(),
                    payment.holdId(),
                    payment.eventId(),
                    payment.fanId(),
                    payment.seatIds(),
                    payment.amount(),
                    at));
        } else {
            attempts.settle(toss.orderId(), toss.paymentKey());
            events.publishEvent(new SurplusCapture(toss.orderId(), toss.paymentKey(), toss.totalAmount()));
        }
    }

    /** Somebody at the bank's desk took it all back before we had heard of it: both are written down, and no ticket comes of it. */
    private void givenBackByTheBank(TossPayment toss, Instant at) {
        toss.allCancels()
                .forEach(cancel -> ledger.refunded(
                        toss.orderId(), toss.paymentKey(), cancel.cancelAmount(), cancel.transactionKey(), at));
        attempts.find(toss.orderId(), toss.paymentKey())
                .ifPresent(attempt -> declined(attempt, "CANCELED_AT_THE_BANK", "the bank has given it all back"));
    }
}
