package podo.reservation.booking.hold;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Reads and releases holds in the inventory. */
@Component
public class HoldLookup {

    private static final Logger log = LoggerFactory.getLogger(HoldLookup.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final InventoryHoldClient inventory;

    HoldLookup(InventoryHoldClient inventory) {
        this.inventory = inventory;
    }

    /** Empty when there is no such hold. An id with other characters is not sent, because it could change the path. */
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

    /** How these holds stand, by id, in one call; empty while the inventory is away, so that bookings can be read then. */
    public Map<String, HoldState> findStatesIfAvailable(List<String> holdIds) {
        if (holdIds.isEmpty()) {
            return Map.of();
        }
        try {
            return inventory.states(holdIds).stream().collect(Collectors.toMap(HoldState::holdId, Function.identity()));
        } catch (RestClientException | IllegalStateException e) {
            log.warn("The states of {} holds could not be read: {}", holdIds.size(), e.toString());
            return Map.of();
        }
    }

    /** Releases the hold; throws {@link PaymentRunning} when a payment has pinned or sold it. */
    public void release(String holdId, String authorization) {
        try {
            inventory.release(holdId, authorization);
        } catch (HttpClientErrorException.Conflict e) {
            throw new PaymentRunning();
        } catch (HttpClientErrorException.NotFound e) {
            // the hold is released already
        }
    }
}
