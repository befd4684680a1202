package podo.inventory.seat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a seat, for those who watch.
 *
 * @param state what the map shows
 * @param until until when it is taken; null when it is free or taken for good
 */
public record SeatChange(
        long seatId, SeatState state, @Nullable Instant until) {

    public static List<SeatChange> all(Collection<Long> seatIds, SeatState state, @Nullable Instant until) {
        return seatIds.stream().map(id -> new SeatChange(id, state, until)).toList();
    }
}
