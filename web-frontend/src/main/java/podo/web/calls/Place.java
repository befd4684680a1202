package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fan's place in one line; numbers are null before the draw. */
public record Place(
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

    /** The wait in minutes, rounded up, as a range; null while nobody can tell. */
    public @Nullable Eta minutes() {
        Eta seconds = eta != null ? eta : etaSeconds != null ? new Eta(etaSeconds, etaSeconds) : null;
        return seconds == null ? null : new Eta((seconds.from() + 59) / 60, (seconds.to() + 59) / 60);
    }
}
