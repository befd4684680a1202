package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fan's place in one line; numbers are null before the draw. */
public record LinePlace(
        State state,
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
        @Nullable List<Left> seatsLeft,
        @Nullable Boolean tooFewSeats,
        @Nullable Boolean paused) {

    /** Seconds. */
    private static final long NEXT_TO_NOTHING = 15;

    public enum State {
        LOBBY,
        WAITING,
        OFFERED,
        ENTERED,
        CLOSED
    }

    /** The wait in seconds, as a range. */
    public record Eta(long from, long to) {}

    public record Left(String grade, long left) {}

    public boolean is(String name) {
        return state.name().equals(name);
    }

    /** Fans before this one, as exactly as it is known. */
    public long before() {
        return ahead != null ? ahead : position != null ? position : 0;
    }

    /** The wait in whole minutes that hold the whole range; from 0 to 0 is next to nothing, null that nobody can tell. */
    public @Nullable Eta minutes() {
        Eta seconds = eta != null ? eta : etaSeconds != null ? new Eta(etaSeconds, etaSeconds) : null;
        if (seconds == null) {
            return null;
        }
        return seconds.to() <= NEXT_TO_NOTHING ? new Eta(0, 0) : new Eta(seconds.from() / 60, (seconds.to() + 59) / 60);
    }
}
