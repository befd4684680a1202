package podo.payment.refund;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.charge.Payment;
import podo.payment.charge.Payments;
import podo.payment.pg.TossClient;
import podo.payment.pg.TossPayment;
import podo.payment.pg.Verdict;

/**
 * Gives money back until it is certain. An unknown end is looked up by the mark in the bank's record before the cancel is
 * repeated with the same key, so that even after the key's 15 days nothing goes back twice.
 */
@Component
class Refunder {

    private static final Logger log = LoggerFactory.getLogger(Refunder.class);
    private static final int AT_ONCE = 16;
    private static final Duration TOO_SOON = Duration.ofMillis(1_200);
    private static final Duration NOT_DECIDED_YET = Duration.ofSeconds(2);
    private static final Duration OUR_FAULT = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Refunds refunds;
    private final RefundSettlement book;
    private final Payments payments;
    private final TossClient toss;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Refunder(Refunds refunds, RefundSettlement book, Payments payments, TossClient toss) {
        this.refunds = refunds;
        this.book = book;
        this.payments = payments;
        this.toss = toss;
    }

    @Scheduled(fixedDelayString = "${podo.payment.refund-every:250ms}")
    void giveBackWhatIsWanted() {
        int free = places.availablePermits();
        if (free == 0) {
            return;
        }
        for (Refund refund : refunds.claim(free)) {
            places.acquireUninterruptibly();
            Thread.ofVirtual().name("refund " + refund.id()).start(() -> {
                try {
                    giveBack(refund);
                } catch (RuntimeException e) {
                    log.warn("Refund {} stays open for now: {}", refund.id(), e.toString());
                } finally {
                    places.release();
                }
            });
        }
    }

    private void giveBack(Refund refund) {
        Optional<Payment> payment = payments.find(refund.orderId());
        if (payment.isEmpty()) {
            refunds.stuck(refund, "there is no payment for this order");
            return;
        }
        String key =
                refund.isOfAnotherCharge() ? refund.paymentKey() : payment.get().paymentKey();
        if (key == null) {
            notCharged(refund);
        } else if (refund.amount() == 0) {
            book.doneWithoutMoney(refund);
        } else if (refund.tries() == 0) {
            cancel(refund, key);
        } else {
            unlessItIsDone(refund, key, () -> cancel(refund, key));
        }
    }

    /** Nothing new is asked of a bank that can't say what it did before: a second cancel might be a second refund. */
    private void unlessItIsDone(Refund refund, String key, Runnable otherwise) {
        Verdict verdict = toss.byKey(key);
        if (!(verdict instanceof Verdict.Done done)) {
            refunds.unknown(refund, "could not be looked up: " + verdict, pause(refund));
        } else if (!isDone(refund, done.payment())) {
            otherwise.run();
        }
    }

    private void notCharged(Refund refund) {
        if (!book.nothingToGiveBack(refund)) {
            refunds.later(refund, NOT_DECIDED_YET);
        }
    }

    private void cancel(Refund refund, String key) {
        Verdict verdict = toss.cancel(key, refund.reasonForTheBank(), refund.amount(), refund.idempotencyKey());
        switch (verdict) {
            case Verdict.Done done -> {
                if (!isDone(refund, done.payment())) {
                    refunds.unknown(refund, "the bank's answer does not show this cancel", pause(refund));
                }
            }
            case Verdict.Refused refused
            when refused.code().equals("FORBIDDEN_CONSECUTIVE_REQUEST") ->
                refunds.refused(refund, refused.toString(), TOO_SOON);
            case Verdict.Refused refused ->
                unlessItIsDone(refund, key, () -> {
                    log.error("The bank refuses refund {}: {}", refund.id(), refused);
                    refunds.stuck(refund, refused.toString());
                });
            case Verdict.OurFault fault -> refunds.refused(refund, fault.toString(), OUR_FAULT);
            default -> refunds.unknown(refund, verdict.toString(), pause(refund));
        }
    }

    private boolean isDone(Refund refund, TossPayment payment) {
        Optional<TossPayment.Cancel> cancel = payment.cancelMarked(refund.mark());
        cancel.ifPresent(c -> book.done(refund, payment.paymentKey(), c.transactionKey()));
        return cancel.isPresent();
    }

    private static Duration pause(Refund refund) {
        Duration pause = Duration.ofSeconds(1L << Math.min(refund.tries(), 6));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
