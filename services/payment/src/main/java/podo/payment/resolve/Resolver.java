package podo.payment.resolve;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.attempt.ChargeAttempt;
import podo.payment.attempt.ChargeAttempts;
import podo.payment.attempt.Settlement;
import podo.payment.order.Payment;
import podo.payment.order.Payments;
import podo.payment.pg.TossClient;
import podo.payment.pg.Verdict;

/**
 * Decides attempts whose result is unknown, with growing pauses, across restarts, one instance at a time per attempt. While
 * the hold is pinned it repeats the confirm with the same idempotency key; after that it only looks the payment up.
 */
@Component
class Resolver {

    private static final Logger log = LoggerFactory.getLogger(Resolver.class);
    private static final int MAX_CONCURRENT = 32;

    private final ChargeAttempts attempts;
    private final Payments payments;
    private final Settlement settlement;
    private final VerdictApplier verdicts;
    private final TossClient toss;
    private final Clock clock;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

    Resolver(
            ChargeAttempts attempts,
            Payments payments,
            Settlement settlement,
            VerdictApplier verdicts,
            TossClient toss,
            Clock clock) {
        this.attempts = attempts;
        this.payments = payments;
        this.settlement = settlement;
        this.verdicts = verdicts;
        this.toss = toss;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${podo.payment.resolve-every:250ms}")
    void resolveDue() {
        int free = permits.availablePermits();
        if (free == 0 || !attempts.isAnyDue()) {
            return;
        }
        for (ChargeAttempt attempt : attempts.claimDue(free)) {
            permits.acquireUninterruptibly();
            Thread.ofVirtual().name("resolve " + attempt.orderId()).start(() -> {
                try {
                    resolve(attempt);
                } catch (RuntimeException e) {
                    log.warn("Order {} stays unknown until the next look-up: {}", attempt.orderId(), e.toString());
                } finally {
                    permits.release();
                }
            });
        }
    }

    private void resolve(ChargeAttempt attempt) {
        Payment payment = payments.find(attempt.orderId()).orElseThrow();
        switch (attempt.state()) {
            case STARTED -> settlement.dropAttempt(attempt);
            case SENT -> {
                settlement.recordUnknown(
                        attempt, "its process ended or is slow", clock.instant().plus(attempts.claimDuration()));
                askBank(payment, attempt);
            }
            default -> askBank(payment, attempt);
        }
    }

    private void askBank(Payment payment, ChargeAttempt attempt) {
        if (attempt.isPinned(clock.instant())) {
            Verdict repeat =
                    toss.confirm(attempt.paymentKey(), payment.orderId(), payment.amount(), attempt.idempotencyKey());
            if (repeat instanceof Verdict.Done done) {
                decide(payment, attempt, done);
                return;
            }
            // a missing payment session proves nothing: the first confirm may have captured before the session was
            // removed
            if (repeat instanceof Verdict.Refused refused && !refused.code().startsWith("NOT_FOUND")) {
                settlement.recordDecline(attempt, refused.code(), refused.message());
                return;
            }
        }
        decide(payment, attempt, toss.findByOrder(payment.orderId()));
    }

    /** A virtual account is closed first: a deposit could come after the hold has ended. Once it is closed, nothing was charged. */
    private void decide(Payment payment, ChargeAttempt attempt, Verdict verdict) {
        boolean waitsForDeposit = verdict instanceof Verdict.Done done
                && done.payment().isWaitingForDeposit()
                && done.payment().paymentKey().equals(attempt.paymentKey());
        verdicts.apply(
                payment,
                attempt,
                waitsForDeposit ? toss.closeVirtualAccount(attempt.paymentKey(), attempt.idempotencyKey()) : verdict);
    }
}
