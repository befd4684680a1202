package podo.payment.refund;

import org.springframework.stereotype.Component;

/** Has a refund tried again that is stuck or takes too long, for operators. */
@Component
public class RetryRefund {

    private final Refunds refunds;

    RetryRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    /** @return false when no such refund is open */
    public boolean retry(String id) {
        return refunds.markWanted(id);
    }
}
