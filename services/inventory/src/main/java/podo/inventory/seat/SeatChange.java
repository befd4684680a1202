package podo.inventory.seat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatState;

/**
 * A seat's new state.
 *
 * @param until of a taken seat the time until which it is taken, null for good; of a free seat the end of the hold that it was
 *     freed from, null when that is unknown
 */
public record SeatChange(
        long seatId, SeatState state, @Nullable Instant until) {

    public static List<SeatChange> all(Collection<Long> seatIds, SeatState state, @Nullable Instant until) {
        return seatIds.stream().map(id -> new SeatChange(id, state, until)).toList();
    }
}
