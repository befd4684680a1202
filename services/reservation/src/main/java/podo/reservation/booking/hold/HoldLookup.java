package podo.reservation.booking.hold;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Asks the inventory about holds. */
@Component
public class HoldLookup {

    private static final Logger log = LoggerFactory.getLogger(HoldLookup.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final InventoryHoldClient inventory;

    HoldLookup(InventoryHoldClient inventory) {
        this.inventory = inventory;
    }

    /** What doesn't look like an id is not sent on: it could be read as another path. */
    public Optional<HoldSnapshot> find(String holdId) {
        if (!ID.matcher(holdId).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inventory.hold(holdId));
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest e) {
            return Optional.empty();
        }
    }

    /** The same, as far as the inventory answers: a booking can be looked at while that is away. */
    public Optional<HoldSnapshot> glance(String holdId) {
        try {
            return find(holdId);
        } catch (RestClientException | IllegalStateException e) {
            log.warn("Hold {} could not be asked for: {}", holdId, e.toString());
            return Optional.empty();
        }
    }

    /** Releases the hold; {@link PaymentRunning} when a payment has it pinned or has got it already. */
    public void release(String holdId, String authorization) {
        try {
            inventory.release(holdId, authorization);
        } catch (HttpClientErrorException.Conflict e) {
            throw new PaymentRunning();
        } catch (HttpClientErrorException.NotFound e) {
            // gone already, which is what was wanted
        }
    }
}
