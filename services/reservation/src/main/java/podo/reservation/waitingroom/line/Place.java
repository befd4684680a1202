package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.availability.SeatsLeft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fan stands.
 *
 * @param number the queue number, null before the draw; it never changes
 * @param position 1 is next, null before the draw
 * @param serving the highest number that was offered to enter
 * @param etaSeconds the expected wait, null when nothing is known yet
 * @param draining nobody is let in any more, those inside go on
 * @param tooFewSeats true as soon as fewer seats can be sold than fans stand ahead
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Place(
        State state,
        @Nullable Long number,
        @Nullable Long position,
        long ahead,
        long behind,
        long serving,
        @Nullable Long etaSeconds,
        @Nullable Range eta,
        long pollAfterMillis,
        @Nullable Instant offerExpiresAt,
        @Nullable Instant passExpiresAt,
        @Nullable String ticketId,
        @Nullable String receipt,
        List<SeatsLeft.Grade> seatsLeft,
        boolean tooFewSeats,
        boolean paused,
        boolean draining) {

    public enum State {
        LOBBY,
        WAITING,
        OFFERED,
        ENTERED,
        CLOSED
    }

    /** The wait in seconds, most likely between the two. */
    public record Range(long from, long to) {}
}
