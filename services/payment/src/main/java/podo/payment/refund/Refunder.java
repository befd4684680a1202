package podo.payment.refund;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.order.Payment;
import podo.payment.order.Payments;
import podo.payment.pg.TossClient;
import podo.payment.pg.TossPayment;
import podo.payment.pg.Verdict;

/**
 * Sends refunds to the bank until each result is certain. After an unknown result it first looks for the refund's mark in
 * the bank's record, then repeats the cancel with the same key, so that nothing is refunded twice even after the key's 15 days.
 */
@Component
class Refunder {

    private static final Logger log = LoggerFactory.getLogger(Refunder.class);
    private static final int MAX_CONCURRENT = 16;
    private static final Duration PAUSE_BETWEEN_CANCELS = Duration.ofMillis(1_200);
    private static final Duration PAUSE_WHILE_UNDECIDED = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_OUR_FAULT = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Refunds refunds;
    private final RefundSettlement settlement;
    private final Payments payments;
    private final TossClient toss;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

    Refunder(Refunds refunds, RefundSettlement settlement, Payments payments, TossClient toss) {
        this.refunds = refunds;
        this.settlement = settlement;
        this.payments = payments;
        this.toss = toss;
    }

    @Scheduled(fixedDelayString = "${podo.payment.refund-every:250ms}")
    void refundDue() {
        int free = permits.availablePermits();
        if (free == 0 || !refunds.isAnyDue()) {
            return;
        }
        for (Refund refund : refunds.claimDue(free)) {
            permits.acquireUninterruptibly();
            Thread.ofVirtual().name("refund " + refund.id()).start(() -> {
                try {
                    send(refund);
                } catch (RuntimeException e) {
                    log.warn("Refund {} stays open until the next try: {}", refund.id(), e.toString());
                } finally {
                    permits.release();
                }
            });
        }
    }

    private void send(Refund refund) {
        Optional<Payment> payment = payments.find(refund.orderId());
        if (payment.isEmpty()) {
            refunds.markStuck(refund, "no payment for this order");
            return;
        }
        String key = refund.isOfSurplusCapture()
                ? refund.paymentKey()
                : payment.get().paymentKey();
        if (key == null) {
            closeUncharged(refund);
        } else if (refund.amount() == 0) {
            settlement.recordDoneWithoutMoney(refund);
        } else if (payment.get().way().isAtBoxOffice()) {
            // the box office gives the money back, and the ledger says so
            settlement.recordDone(refund, key, payment.get().way().keyOf(refund.id()));
        } else if (refund.tries() == 0) {
            cancel(refund, key);
        } else {
            unlessDone(refund, key, () -> cancel(refund, key));
        }
    }

    /** While the bank can't tell what it did before, no further cancel is sent: it could be a second refund. */
    private void unlessDone(Refund refund, String key, Runnable otherwise) {
        Verdict verdict = toss.findByKey(key);
        if (!(verdict instanceof Verdict.Done done)) {
            refunds.retryWithSameKey(refund, "look-up failed: " + verdict, pause(refund));
        } else if (!recordIfDone(refund, done.payment())) {
            otherwise.run();
        }
    }

    private void closeUncharged(Refund refund) {
        if (!settlement.closeUncharged(refund)) {
            refunds.postpone(refund, PAUSE_WHILE_UNDECIDED);
        }
    }

    private void cancel(Refund refund, String key) {
        Verdict verdict = toss.cancel(key, refund.cancelReason(), refund.amount(), refund.idempotencyKey());
        switch (verdict) {
            case Verdict.Done done -> {
                if (!recordIfDone(refund, done.payment())) {
                    refunds.retryWithSameKey(refund, "the bank's answer does not show this cancel", pause(refund));
                }
            }
            case Verdict.Refused refused
            when refused.code().equals("FORBIDDEN_CONSECUTIVE_REQUEST") ->
                refunds.retryWithNewKey(refund, refused.toString(), PAUSE_BETWEEN_CANCELS);
            case Verdict.Refused refused ->
                unlessDone(refund, key, () -> {
                    log.error("The bank refused refund {}: {}", refund.id(), refused);
                    refunds.markStuck(refund, refused.toString());
                });
            case Verdict.OurFault fault -> refunds.retryWithNewKey(refund, fault.toString(), PAUSE_AFTER_OUR_FAULT);
            default -> refunds.retryWithSameKey(refund, verdict.toString(), pause(refund));
        }
    }

    private boolean recordIfDone(Refund refund, TossPayment payment) {
        Optional<TossPayment.Cancel> cancel = payment.findCancel(refund.mark());
        cancel.ifPresent(c -> settlement.recordDone(refund, payment.paymentKey(), c.transactionKey()));
        return cancel.isPresent();
    }

    private static Duration pause(Refund refund) {
        Duration pause = Duration.ofSeconds(1L << Math.min(refund.tries(), 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
