package podo.payment.charge;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import podo.payment.pg.TossPayment;
import podo.payment.pg.Verdict;

/** Draws the conclusion from what the bank said of an attempt. */
@Component
class VerdictApplier {

    private final Settlement settlement;
    private final ChargeAttempts attempts;
    private final ChargeSettings settings;
    private final Clock clock;

    VerdictApplier(Settlement settlement, ChargeAttempts attempts, ChargeSettings settings, Clock clock) {
        this.settlement = settlement;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of the first confirm: paid, or nobody knows. */
    void ofConfirm(Payment payment, ChargeAttempt attempt, Verdict verdict) {
        if (verdict instanceof Verdict.Done done && fits(payment, done.payment())) {
            settlement.captured(done.payment());
        } else {
            settlement.unknown(attempt, verdict.toString(), clock.instant().plus(settings.firstLook()));
        }
    }

    /** Of a look-up. What decides nothing is written down, and looked at again after a longer pause. */
    void ofLookUp(Payment payment, ChargeAttempt attempt, Verdict verdict) {
        switch (verdict) {
            case Verdict.Done done
            when done.payment().isCaptured() && fits(payment, done.payment()) -> settlement.captured(done.payment());
            case Verdict.Done done
            when neverWas(attempt, done.payment()) ->
                settlement.declined(
                        attempt,
                        "NOT_CONFIRMED",
                        "the bank says " + done.payment().status());
            case Verdict.NotFound missing
            when windowOver(attempt) -> settlement.declined(attempt, missing.code(), "the bank knows no such payment");
            default -> attempts.seen(attempt, verdict.toString(), nextLook(attempt));
        }
    }

    /**
     * ABORTED was seen 46 ms after DONE for one payment, so it counts only when it is still there at the second look;
     * READY and IN_PROGRESS only when no confirm can come through any more.
     */
    private boolean neverWas(ChargeAttempt attempt, TossPayment toss) {
        if (!toss.paymentKey().equals(attempt.paymentKey())) {
            return !toss.isCaptured() && windowOver(attempt);
        }
        return switch (toss.status()) {
            // CANCELED without a capture: a virtual account that was closed before anybody paid to it
            case "EXPIRED", "CANCELED" -> !toss.isCaptured();
            case "ABORTED" -> attempt.looks() > 0;
            case "READY", "IN_PROGRESS" -> windowOver(attempt);
            default -> false;
        };
    }

    private boolean windowOver(ChargeAttempt attempt) {
        Instant sent = attempt.sentAt() == null ? attempt.startedAt() : attempt.sentAt();
        return sent.plus(settings.confirmWindow()).plus(settings.clockMargin()).isBefore(clock.instant());
    }

    /** Twice as long each time, give or take a fifth, so that a storm of unknowns doesn't come back as a storm of questions. */
    private Instant nextLook(ChargeAttempt attempt) {
        long pause = settings.firstLook().toMillis() << Math.min(attempt.looks(), 20);
        long capped = Math.min(pause, settings.longestPause().toMillis());
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return clock.instant().plusMillis((long) (capped * jitter));
    }

    private static boolean fits(Payment payment, TossPayment toss) {
        return toss.isCaptured() && toss.orderId().equals(payment.orderId()) && toss.totalAmount() == payment.amount();
    }
}
