package podo.reservation.booking.giveback;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.reservation.booking.giveback.store.GiveBacks;

/** Tells the inventory that a seat is offered back. While it does not answer, the give-back waits. */
@Component
class GiveBackOpening {

    private static final Logger log = LoggerFactory.getLogger(GiveBackOpening.class);

    private final GiveBacks giveBacks;
    private final InventoryGiveBackClient inventory;

    GiveBackOpening(GiveBacks giveBacks, InventoryGiveBackClient inventory) {
        this.giveBacks = giveBacks;
        this.inventory = inventory;
    }

    void openIfAvailable(GiveBack given) {
        if (given.openedAt() != null) {
            return;
        }
        try {
            switch (inventory
                    .open(new InventoryGiveBackClient.Offered(
                            given.id(), given.holdId(), given.orderId(), given.seatId(), given.price()))
                    .result()) {
                case DONE -> giveBacks.markOpened(given.id());
                case NOT_OWNED, OVER -> giveBacks.end(given.id(), End.NOT_OWNED, true);
                default -> {} // an older one of the seat is being paid: asked again
            }
        } catch (RestClientException | IllegalStateException e) {
            log.warn("Give-back {} waits for the inventory: {}", given.id(), e.toString());
        }
    }
}
