package podo.payment.resolve;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import podo.payment.attempt.ChargeAttempt;
import podo.payment.attempt.ChargeAttempts;
import podo.payment.attempt.Settlement;
import podo.payment.charge.ChargeSettings;
import podo.payment.order.Payment;
import podo.payment.pg.TossPayment;
import podo.payment.pg.Verdict;

/** Applies the bank's answer to a look-up: records a capture or a decline, or schedules the next look-up. */
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

    void apply(Payment payment, ChargeAttempt attempt, Verdict verdict) {
        switch (verdict) {
            case Verdict.Done done
            when done.payment().isCaptureOf(payment.orderId(), payment.amount()) ->
                settlement.recordCapture(done.payment());
            case Verdict.Done done
            when isNotCharged(attempt, done.payment()) ->
                settlement.recordDecline(
                        attempt,
                        "NOT_CONFIRMED",
                        "the bank reports " + done.payment().status());
            case Verdict.NotFound missing
            when isConfirmWindowOver(attempt) ->
                settlement.recordDecline(attempt, missing.code(), "the bank has no such payment");
            default -> attempts.recordLookUp(attempt, verdict.toString(), nextLook(attempt));
        }
    }

    /**
     * Whether the payment certainly was not and will not be captured. ABORTED was observed 46 ms after DONE for one payment,
     * so it counts only at the second look-up; READY and IN_PROGRESS count only after the bank's confirm window.
     */
    private boolean isNotCharged(ChargeAttempt attempt, TossPayment toss) {
        if (!toss.paymentKey().equals(attempt.paymentKey())) {
            return !toss.isCaptured() && isConfirmWindowOver(attempt);
        }
        return switch (toss.status()) {
            // CANCELED without a capture: a virtual account that was closed before a deposit
            case "EXPIRED", "CANCELED" -> !toss.isCaptured();
            case "ABORTED" -> attempt.looks() > 0;
            case "READY", "IN_PROGRESS" -> isConfirmWindowOver(attempt);
            default -> false;
        };
    }

    private boolean isConfirmWindowOver(ChargeAttempt attempt) {
        Instant sent = attempt.sentAt() == null ? attempt.startedAt() : attempt.sentAt();
        return sent.plus(settings.confirmWindow()).plus(settings.clockMargin()).isBefore(clock.instant());
    }

    /** The pause doubles each time, with 20 % jitter, so that attempts that failed together are not looked up together. */
    private Instant nextLook(ChargeAttempt attempt) {
        long pause = settings.firstLook().toMillis() << Math.min(attempt.looks(), 20);
        long capped = Math.min(pause, settings.longestPause().toMillis());
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return clock.instant().plusMillis((long) (capped * jitter));
    }
}
