package podo.payment.charge;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import podo.payment.attempt.ChargeAttempt;
import podo.payment.attempt.ChargeAttemptState;
import podo.payment.attempt.ChargeAttempts;
import podo.payment.order.Payment;
import podo.payment.order.Payments;
import podo.payment.pg.PgHealth;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;
import podo.starter.security.Fan;
import podo.starter.trace.TraceCarrier;

/**
 * Confirms a payment when the fan comes back from the payment window. A decided order gets its earlier answer again; an open
 * one is charged on a thread of its own, so that a slow bank neither keeps the fan waiting nor is interrupted by the answer.
 */
@Component
public class ConfirmDesk {

    private final Payments payments;
    private final ChargeAttempts attempts;
    private final PaymentSeatLocks locks;
    private final PgHealth bank;
    private final Charger charger;
    private final ChargeSettings settings;

    ConfirmDesk(
            Payments payments,
            ChargeAttempts attempts,
            PaymentSeatLocks locks,
            PgHealth bank,
            Charger charger,
            ChargeSettings settings) {
        this.payments = payments;
        this.attempts = attempts;
        this.locks = locks;
        this.bank = bank;
        this.charger = charger;
        this.settings = settings;
    }

    /**
     * @return the payment after at most {@code podo.payment.answer-within}: PAID, CANCELLED or CHECKING
     * @throws AmountMismatch when the amount differs from the stored one
     * @throws PaymentDeclined when the bank declined this payment key
     */
    public Payment confirm(Fan fan, String orderId, String paymentKey, long amount) {
        Payment payment = find(fan, orderId);
        if (payment.amount() != amount) {
            throw new AmountMismatch();
        }
        if (isChargeable(payment, paymentKey)) {
            boolean finished = chargeInTime(payment, paymentKey);
            payment = find(fan, orderId);
            if (!finished && isChargeable(payment, paymentKey)) {
                return payment.asChecking();
            }
        }
        return answer(payment, paymentKey);
    }

    private Payment find(Fan fan, String orderId) {
        return payments.findOfFan(orderId, fan.id()).orElseThrow(NotFound::new);
    }

    private boolean isChargeable(Payment payment, String paymentKey) {
        return payment.isChargeable()
                && attempts.find(payment.orderId(), paymentKey)
                        .filter(attempt -> attempt.state() == ChargeAttemptState.DECLINED)
                        .isEmpty();
    }

    /** @return false when the charge was still running after {@code answerWithin}; it then goes on without the fan's request */
    private boolean chargeInTime(Payment payment, String paymentKey) {
        CompletableFuture<Boolean> charge = new CompletableFuture<>();
        Thread.ofVirtual().name("charge " + payment.orderId()).start(TraceCarrier.carry(() -> {
            try {
                charge.complete(locks.around(
                        payment.seatIds(), () -> bank.withPermit(() -> charger.charge(payment, paymentKey))));
            } catch (Throwable e) {
                charge.completeExceptionally(e);
            }
        }));
        try {
            charge.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Payment answer(Payment payment, String paymentKey) {
        return switch (payment.status()) {
            case PAID, CHECKING -> payment;
            case CANCELLED -> {
                if (payment.paymentKey() == null) {
                    throw new OrderClosed();
                }
                yield payment;
            }
            case FAILED, READY -> {
                Optional<ChargeAttempt> attempt = attempts.find(payment.orderId(), paymentKey);
                String code = attempt.map(ChargeAttempt::code).orElse(null);
                if (code == null) {
                    throw new Unavailable();
                }
                throw new PaymentDeclined(
                        code, attempt.map(ChargeAttempt::message).orElse(code));
            }
        };
    }
}
