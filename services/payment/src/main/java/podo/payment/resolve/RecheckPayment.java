package podo.payment.resolve;

import org.springframework.stereotype.Component;
import podo.payment.attempt.ChargeAttempts;

/** Makes the next look-up of an order due at once, for operators. */
@Component
public class RecheckPayment {

    private final ChargeAttempts attempts;

    RecheckPayment(ChargeAttempts attempts) {
        this.attempts = attempts;
    }

    /** @return false when the order has no unknown attempt */
    public boolean bringForward(String orderId) {
        return attempts.bringForward(orderId);
    }
}
