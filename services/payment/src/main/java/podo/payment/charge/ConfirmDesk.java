package podo.payment.charge;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import podo.contracts.payment.PaymentStatus;
import podo.starter.problem.Unavailable;
import podo.starter.security.Fan;

/**
 * Takes the fan who comes back from the window. Whatever was decided before is said again; otherwise the order is
 * charged in a thread of its own, so that a slow bank keeps neither the fan waiting nor the asking from going on.
 */
@Component
class ConfirmDesk {

    private final PaymentDesk desk;
    private final ChargeAttempts attempts;
    private final Charge charge;
    private final ChargeSettings settings;

    ConfirmDesk(PaymentDesk desk, ChargeAttempts attempts, Charge charge, ChargeSettings settings) {
        this.desk = desk;
        this.attempts = attempts;
        this.charge = charge;
        this.settings = settings;
    }

    /** The payment as it stands after at most {@code answerWithin}: PAID, CANCELLED or CHECKING; else a refusal. */
    Payment confirm(Fan fan, String orderId, String paymentKey, long amount) {
        Payment payment = desk.find(fan, orderId);
        if (payment.amount() != amount) {
            throw new AmountMismatch();
        }
        if (isOpen(payment, paymentKey)) {
            boolean over = isOver(payment, paymentKey);
            payment = desk.find(fan, orderId);
            if (!over && isOpen(payment, paymentKey)) {
                return payment.beingAsked();
            }
        }
        return answer(payment, paymentKey);
    }

    private boolean isOpen(Payment payment, String paymentKey) {
        boolean mayBeCharged = payment.status() == PaymentStatus.READY || payment.status() == PaymentStatus.FAILED;
        return mayBeCharged
                && attempts.find(payment.orderId(), paymentKey)
                        .filter(attempt -> attempt.state() == ChargeAttemptState.DECLINED)
                        .isEmpty();
    }

    /** Charges; false when that goes on behind the answer, be it at the bank or still at the doorman. */
    private boolean isOver(Payment payment, String paymentKey) {
        CompletableFuture<Void> asking = new CompletableFuture<>();
        Thread.ofVirtual().name("charge " + payment.orderId()).start(() -> {
            try {
                charge.charge(payment, paymentKey);
                asking.complete(null);
            } catch (Throwable e) {
                asking.completeExceptionally(e);
            }
        });
        try {
            asking.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
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
                throw new Declined(code, attempt.map(ChargeAttempt::message).orElse(code));
            }
        };
    }
}
