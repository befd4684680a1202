package podo.payment.refund;

import org.springframework.stereotype.Component;

/** Lets an operator try a refund again that the bank had refused. */
@Component
public class RetryRefund {

    private final Refunds refunds;

    RetryRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    /** @return false when no such refund is stuck */
    public boolean atRefund(String id) {
        return refunds.unstick(id);
    }
}
