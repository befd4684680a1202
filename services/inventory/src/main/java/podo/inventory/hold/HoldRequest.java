package podo.inventory.hold;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.starter.security.EntryPass;

/**
 * What a fan asks for.
 *
 * @param seatIds sorted, so that everybody takes locks in the same order
 * @param requestKey names this request of this fan, so that a repetition is the same hold; null when it was not named
 * @param accessible whether the fan needs accessible seats
 */
record HoldRequest(
        long eventId,
        long fanId,
        List<Long> seatIds,
        EntryPass pass,
        @Nullable String requestKey,
        boolean accessible) {

    HoldRequest {
        seatIds = seatIds.stream().sorted().toList();
    }
}
