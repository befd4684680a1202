package podo.web.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.LineEnd;
import podo.contracts.reservation.LineState;

/**
 * One fan's place in one line; numbers are null before the draw.
 *
 * @param closedBecause only with CLOSED
 * @param presale null in the line of the general sale
 * @param state null when the service sends a state that this version does not know
 */
public record LinePlace(
        @Nullable LineState state,
        @Nullable Long number,
        @Nullable Long position,
        @Nullable Long serving,
        @Nullable Long ahead,
        @Nullable Long behind,
        @Nullable Long etaSeconds,
        @Nullable Eta eta,
        @Nullable Long pollAfterMillis,
        @Nullable Instant offerExpiresAt,
        @Nullable Instant passExpiresAt,
        @Nullable String ticketId,
        @Nullable String receipt,
        @Nullable List<SeatsLeft> seatsLeft,
        @Nullable Boolean tooFewSeats,
        @Nullable Boolean paused,
        @Nullable LineEnd closedBecause,
        @Nullable OfPresale presale) {

    /** The presale in whose line the place is. */
    public record OfPresale(long id, Instant from, Instant until) {}

    /** A wait of at most this many seconds is shown as "very soon". */
    private static final long VERY_SOON_SECONDS = 15;

    /** A range of waiting time, in seconds or minutes. */
    public record Eta(long from, long to) {}

    public record SeatsLeft(String grade, long left) {}

    /** The same place once nothing is sold any more, for the seconds in which the line does not know it yet. */
    public LinePlace closed(LineEnd end) {
        return new LinePlace(
                LineState.CLOSED,
                number,
                position,
                serving,
                0L,
                0L,
                null,
                null,
                pollAfterMillis,
                null,
                null,
                ticketId,
                receipt,
                seatsLeft,
                false,
                false,
                end,
                presale);
    }

    public boolean is(LineState asked) {
        return state == asked;
    }

    /** The number of fans ahead of this one; 0 when the service sends none. */
    public long fansAhead() {
        if (ahead != null) {
            return ahead;
        }
        return position != null ? position : 0;
    }

    /** The wait rounded outwards to whole minutes; 0 to 0 means very soon, null that the wait is unknown. */
    public @Nullable Eta minutes() {
        Eta seconds = etaInSeconds();
        if (seconds == null) {
            return null;
        }
        return seconds.to() <= VERY_SOON_SECONDS
                ? new Eta(0, 0)
                : new Eta(seconds.from() / 60, (seconds.to() + 59) / 60);
    }

    private @Nullable Eta etaInSeconds() {
        if (eta != null) {
            return eta;
        }
        return etaSeconds != null ? new Eta(etaSeconds, etaSeconds) : null;
    }
}
