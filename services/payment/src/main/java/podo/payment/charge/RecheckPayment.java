package podo.payment.charge;

import org.springframework.stereotype.Component;

/** Lets an operator have an order looked up now, not when its pause is over. */
@Component
public class RecheckPayment {

    private final ChargeAttempts attempts;

    RecheckPayment(ChargeAttempts attempts) {
        this.attempts = attempts;
    }

    /** @return false when nothing of this order is unknown */
    public boolean atOrder(String orderId) {
        return attempts.hurry(orderId);
    }
}
