package podo.inventory.seat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatState;

/**
 * What became of a seat, for those who watch.
 *
 * @param state what the map shows
 * @param until until when it is taken, null for good; of a free seat until when it was taken by whom it was freed from,
 *     null when that is not known
 */
public record SeatChange(
        long seatId, SeatState state, @Nullable Instant until) {

    public static List<SeatChange> all(Collection<Long> seatIds, SeatState state, @Nullable Instant until) {
        return seatIds.stream().map(id -> new SeatChange(id, state, until)).toList();
    }
}
