package podo.reservation.waitingroom.line;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.LineEnd;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.estimate.WaitRange;

/**
 * A fan's place as the API tells it.
 *
 * @param number the queue number, null before the draw; it never changes
 * @param position 1 is next, null before the draw
 * @param serving the highest number that was offered to enter
 * @param etaSeconds the expected wait and {@code eta} its range, null when too little is known
 * @param draining nobody is admitted any more, fans inside go on
 * @param closedBecause only with CLOSED
 * @param presale null in the line of the general sale
 * @param tooFewSeats fewer seats can be sold than fans wait ahead
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Place(
        LineState state,
        @Nullable Long number,
        @Nullable Long position,
        long ahead,
        long behind,
        long serving,
        @Nullable Long etaSeconds,
        @Nullable WaitRange eta,
        long pollAfterMillis,
        @Nullable Instant offerExpiresAt,
        @Nullable Instant passExpiresAt,
        @Nullable String ticketId,
        @Nullable String receipt,
        List<SeatsLeft.Grade> seatsLeft,
        boolean tooFewSeats,
        boolean paused,
        boolean draining,
        @Nullable LineEnd closedBecause,
        @Nullable OfPresale presale) {

    /** The presale in whose line it is. */
    public record OfPresale(long id, Instant from, Instant until) {}
}
