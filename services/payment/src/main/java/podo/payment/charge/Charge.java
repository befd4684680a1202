package podo.payment.charge;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.payment.pg.PaymentsUnavailable;
import podo.payment.pg.PgHealth;
import podo.payment.pg.TossClient;
import podo.payment.pg.Verdict;

/**
 * Charges an order, step by step; no database lock is ever held across a call. Killed between any two steps, the attempt's
 * row tells {@link Resolver} how far it came.
 */
@Component
class Charge {

    private static final Logger log = LoggerFactory.getLogger(Charge.class);

    private final PaymentSeatLocks locks;
    private final PgHealth bank;
    private final Settlement settlement;
    private final ChargeAttempts attempts;
    private final HoldClient holds;
    private final TossClient toss;
    private final VerdictApplier reading;
    private final Clock clock;

    Charge(
            PaymentSeatLocks locks,
            PgHealth bank,
            Settlement settlement,
            ChargeAttempts attempts,
            HoldClient holds,
            TossClient toss,
            VerdictApplier reading,
            Clock clock) {
        this.locks = locks;
        this.bank = bank;
        this.settlement = settlement;
        this.attempts = attempts;
        this.holds = holds;
        this.toss = toss;
        this.reading = reading;
        this.clock = clock;
    }

    void charge(Payment payment, String paymentKey) {
        locks.around(
                payment.seatIds(),
                () -> bank.withPlace(() -> {
                    settlement.start(payment, paymentKey).ifPresent(attempt -> ask(payment, attempt));
                    return payment;
                }));
    }

    private void ask(Payment payment, ChargeAttempt attempt) {
        Instant pinnedUntil = pin(payment, attempt);
        if (!attempts.sending(attempt, pinnedUntil)) {
            return;
        }
        Verdict verdict =
                toss.confirm(attempt.paymentKey(), payment.orderId(), payment.amount(), attempt.idempotencyKey());
        switch (verdict) {
            case Verdict.OurFault fault -> {
                unpin(payment, attempt);
                settlement.notTaken(attempt);
                throw new PaymentsUnavailable();
            }
            case Verdict.Refused refused -> {
                // before the failure is written down: once it is, another attempt may pin the hold
                unpin(payment, attempt);
                settlement.declined(attempt, refused.code(), refused.message());
            }
            default -> reading.ofConfirm(payment, attempt, verdict);
        }
    }

    private Instant pin(Payment payment, ChargeAttempt attempt) {
        try {
            Instant until = holds.pin(payment.holdId()).pinnedUntil();
            if (clock.instant().isBefore(until)) {
                return until;
            }
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.NotFound e) {
            log.debug("the hold {} has lapsed", payment.holdId());
        } catch (RuntimeException e) {
            settlement.dropped(attempt);
            throw e;
        }
        settlement.dropped(attempt);
        throw new HoldLapsed();
    }

    /** When the resolver was told sooner than we were, the pin may be another attempt's by now. */
    private void unpin(Payment payment, ChargeAttempt attempt) {
        if (!attempts.isOpen(attempt)) {
            return;
        }
        try {
            holds.unpin(payment.holdId());
        } catch (RestClientException | IllegalStateException e) {
            log.info("the pin of hold {} will end by itself: {}", payment.holdId(), e.toString());
        }
    }
}
