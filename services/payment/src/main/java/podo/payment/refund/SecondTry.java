package podo.payment.refund;

import org.springframework.stereotype.Component;

/** Lets an operator try a refund again that the bank had refused. */
@Component
public class SecondTry {

    private final Refunds refunds;

    SecondTry(Refunds refunds) {
        this.refunds = refunds;
    }

    /** @return false when no such refund is stuck */
    public boolean atRefund(String id) {
        return refunds.unstick(id);
    }
}
