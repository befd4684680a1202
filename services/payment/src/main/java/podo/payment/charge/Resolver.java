package podo.payment.charge;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.pg.TossClient;
import podo.payment.pg.Verdict;

/**
 * Looks up what nobody knows until it is known, with growing pauses, over restarts, one instance at a time per attempt.
 * While the hold is pinned the confirm is repeated with the same key; after that only questions are asked.
 */
@Component
class Resolver {

    private static final Logger log = LoggerFactory.getLogger(Resolver.class);
    private static final int AT_ONCE = 32;

    private final ChargeAttempts attempts;
    private final Payments payments;
    private final Settlement settlement;
    private final VerdictApplier reading;
    private final TossClient toss;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Resolver(
            ChargeAttempts attempts,
            Payments payments,
            Settlement settlement,
            VerdictApplier reading,
            TossClient toss,
            Clock clock) {
        this.attempts = attempts;
        this.payments = payments;
        this.settlement = settlement;
        this.reading = reading;
        this.toss = toss;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${podo.payment.resolve-every:250ms}")
    void lookAtWhatIsDue() {
        int free = places.availablePermits();
        if (free == 0) {
            return;
        }
        for (ChargeAttempt attempt : attempts.claim(free)) {
            places.acquireUninterruptibly();
            Thread.ofVirtual().name("resolve " + attempt.orderId()).start(() -> {
                try {
                    look(attempt);
                } catch (RuntimeException e) {
                    log.warn("Order {} stays unknown for now: {}", attempt.orderId(), e.toString());
                } finally {
                    places.release();
                }
            });
        }
    }

    private void look(ChargeAttempt attempt) {
        Payment payment = payments.find(attempt.orderId()).orElseThrow();
        switch (attempt.state()) {
            case STARTED -> settlement.dropped(attempt);
            case SENT -> {
                settlement.unknown(
                        attempt, "its process ended or is slow", clock.instant().plus(attempts.claim()));
                ask(payment, attempt);
            }
            default -> ask(payment, attempt);
        }
    }

    private void ask(Payment payment, ChargeAttempt attempt) {
        if (attempt.isPinned(clock.instant())) {
            Verdict repeat =
                    toss.confirm(attempt.paymentKey(), payment.orderId(), payment.amount(), attempt.idempotencyKey());
            if (repeat instanceof Verdict.Done done) {
                conclude(payment, attempt, done);
                return;
            }
            // a lost session is no proof: the first confirm may have come through before it was lost
            if (repeat instanceof Verdict.Refused refused && !refused.code().startsWith("NOT_FOUND")) {
                settlement.declined(attempt, refused.code(), refused.message());
                return;
            }
        }
        conclude(payment, attempt, toss.byOrder(payment.orderId()));
    }

    /** A virtual account might be paid when the seats are long gone: it is closed, and only then was nothing charged for certain. */
    private void conclude(Payment payment, ChargeAttempt attempt, Verdict verdict) {
        boolean waits = verdict instanceof Verdict.Done done
                && done.payment().isWaitingForDeposit()
                && done.payment().paymentKey().equals(attempt.paymentKey());
        reading.ofLookUp(
                payment, attempt, waits ? toss.closeAccount(attempt.paymentKey(), attempt.idempotencyKey()) : verdict);
    }
}
