package podo.inventory.hold.lifecycle;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SaleEnds;

/** Lets no hold outlast the sale. A hold that a payment pinned keeps its end: the payment is settled, and refunded if need be. */
@Component
class SaleEndListener {

    private final Holds holds;

    SaleEndListener(Holds holds) {
        this.holds = holds;
    }

    @EventListener
    void on(SaleEnds sale) {
        holds.shorten(sale.eventId(), sale.at());
    }
}
