package podo.reservation.booking;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Asks the inventory about holds. */
@Component
class Holds {

    private final Inventory inventory;

    Holds(Inventory inventory) {
        this.inventory = inventory;
    }

    Optional<Hold> find(String holdId) {
        try {
            return Optional.of(inventory.hold(holdId));
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest e) {
            return Optional.empty();
        }
    }

    /** Releases the hold; {@link PaymentRunning} when a payment has it pinned or has got it already. */
    void release(String holdId, String authorization) {
        try {
            inventory.release(holdId, authorization);
        } catch (HttpClientErrorException.Conflict e) {
            throw new PaymentRunning();
        } catch (HttpClientErrorException.NotFound e) {
            // gone already, which is what was wanted
        }
    }
}
