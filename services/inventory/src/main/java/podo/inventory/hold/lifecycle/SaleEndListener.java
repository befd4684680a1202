package podo.inventory.hold.lifecycle;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaPlaces;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SaleEnds;

/** Lets no hold outlast the sale. A hold that a payment pinned keeps its end: the payment is settled, and refunded if need be. */
@Component
class SaleEndListener {

    private final Holds holds;
    private final AreaPlaces places;

    SaleEndListener(Holds holds, AreaPlaces places) {
        this.holds = holds;
        this.places = places;
    }

    @EventListener
    void on(SaleEnds.ByCancellation sale) {
        places.endAll(sale.eventId());
    }

    @EventListener
    void on(SaleEnds sale) {
        places.shorten(holds.shorten(sale.eventId(), sale.at()), sale.at());
    }
}
