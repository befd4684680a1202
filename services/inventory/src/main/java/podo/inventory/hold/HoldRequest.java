package podo.inventory.hold;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.starter.security.EntryPass;

/**
 * A fan's request to hold seats.
 *
 * @param seatIds sorted, so that all requests lock seats in one order
 * @param requestKey the idempotency key, null without one; a repetition with the same key gets the same hold
 * @param accessible whether the fan asks for accessible seats
 * @param expectedTotal what the fan has read that the seats cost together, in whole won; null when the client does not say
 */
public record HoldRequest(
        long eventId,
        long fanId,
        List<Long> seatIds,
        EntryPass pass,
        @Nullable String requestKey,
        boolean accessible,
        @Nullable Long expectedTotal) {

    public HoldRequest {
        seatIds = seatIds.stream().sorted().toList();
    }
}
