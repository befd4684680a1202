package podo.payment.charge;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.payment.attempt.ChargeAttempt;
import podo.payment.attempt.ChargeAttempts;
import podo.payment.attempt.Settlement;
import podo.payment.order.Payment;
import podo.payment.pg.PaymentsUnavailable;
import podo.payment.pg.TossClient;
import podo.payment.pg.Verdict;

/**
 * Charges an order: starts an attempt, pins the hold, asks the bank, records the answer. No database lock is held across a
 * call. When the process dies between two steps, the attempt's row tells the resolver how far it came.
 */
@Component
class Charger {

    private static final Logger log = LoggerFactory.getLogger(Charger.class);

    private final Settlement settlement;
    private final ChargeAttempts attempts;
    private final HoldClient holds;
    private final TossClient toss;
    private final ChargeSettings settings;
    private final Clock clock;

    Charger(
            Settlement settlement,
            ChargeAttempts attempts,
            HoldClient holds,
            TossClient toss,
            ChargeSettings settings,
            Clock clock) {
        this.settlement = settlement;
        this.attempts = attempts;
        this.holds = holds;
        this.toss = toss;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return false when no attempt could start, because another one is open or the order is decided */
    boolean charge(Payment payment, String paymentKey) {
        return settlement
                .startAttempt(payment, paymentKey)
                .map(attempt -> {
                    askBank(payment, attempt);
                    return true;
                })
                .orElse(false);
    }

    private void askBank(Payment payment, ChargeAttempt attempt) {
        Instant pinnedUntil = pinHold(payment, attempt);
        if (!attempts.markSent(attempt, pinnedUntil)) {
            return;
        }
        Verdict verdict =
                toss.confirm(attempt.paymentKey(), payment.orderId(), payment.amount(), attempt.idempotencyKey());
        switch (verdict) {
            case Verdict.Done done
            when done.payment().isCaptureOf(payment.orderId(), payment.amount()) ->
                settlement.recordCapture(done.payment());
            case Verdict.OurFault fault -> {
                unpinHold(payment, attempt);
                settlement.dropSentAttempt(attempt);
                throw new PaymentsUnavailable();
            }
            case Verdict.Refused refused -> {
                // before the failure is recorded: after that another attempt may pin the hold
                unpinHold(payment, attempt);
                settlement.recordDecline(attempt, refused.code(), refused.message());
            }
            default ->
                settlement.recordUnknown(
                        attempt, verdict.toString(), clock.instant().plus(settings.firstLook()));
        }
    }

    private Instant pinHold(Payment payment, ChargeAttempt attempt) {
        try {
            Instant until = holds.pin(payment.holdId()).pinnedUntil();
            if (clock.instant().isBefore(until)) {
                return until;
            }
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.NotFound e) {
            log.debug("Hold {} has lapsed", payment.holdId());
        } catch (RuntimeException e) {
            settlement.dropAttempt(attempt);
            throw e;
        }
        settlement.dropAttempt(attempt);
        throw new HoldLapsed();
    }

    /** Only while the attempt is open: once it is closed, the pin may belong to the next attempt. */
    private void unpinHold(Payment payment, ChargeAttempt attempt) {
        if (!attempts.isOpen(attempt)) {
            return;
        }
        try {
            holds.unpin(payment.holdId());
        } catch (RestClientException | IllegalStateException e) {
            log.info("Hold {} stays pinned until its pin ends: {}", payment.holdId(), e.toString());
        }
    }
}
