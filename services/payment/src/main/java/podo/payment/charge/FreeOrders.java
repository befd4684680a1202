package podo.payment.charge;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.payment.attempt.Settlement;
import podo.payment.order.Payment;
import podo.payment.order.PaymentWay;
import podo.payment.order.Payments;

/**
 * Confirms orders without the bank: those that cost nothing, and those whose money a box office has. The hold is pinned as for a payment, then
 * one transaction stores the order as paid with its message, and with its row of the ledger where there is money. What follows is what follows
 * any payment.
 */
@Component
public class FreeOrders {

    private final Payments payments;
    private final Settlement settlement;
    private final HoldClient holds;
    private final Clock clock;

    FreeOrders(Payments payments, Settlement settlement, HoldClient holds, Clock clock) {
        this.payments = payments;
        this.settlement = settlement;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Stores an order that costs nothing unless another call did; throws {@link HoldLapsed}.
     *
     * @return false when another call stored it
     */
    public boolean confirm(Payment order) {
        return confirm(order, PaymentWay.FREE);
    }

    /** As {@link #confirm(Payment)}, for an order that was paid in this way. */
    public boolean confirm(Payment order, PaymentWay way) {
        if (!isPinned(order.holdId())) {
            // another call may have confirmed the order, and its seats are sold by now
            Optional<Payment> stored = payments.find(order.orderId());
            if (stored.isPresent()) {
                return false;
            }
            throw new HoldLapsed();
        }
        return settlement.recordWithoutBank(order, way);
    }

    private boolean isPinned(String holdId) {
        try {
            return clock.instant().isBefore(holds.pin(holdId).pinnedUntil());
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.NotFound e) {
            return false;
        }
    }
}
