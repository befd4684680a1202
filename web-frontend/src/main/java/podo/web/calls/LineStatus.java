package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all who wait in one line, as it was {@code at} that moment.
 *
 * @param state LOBBY, OPEN, PAUSED, DRAINING or CLOSED
 * @param lobby how many wait for the draw
 * @param sellable seats that can still be sold, null when that is not known
 * @param rebuilt the line was lost once, and came back from the database and from receipts
 */
public record LineStatus(
        String state,
        @Nullable Long serving,
        @Nullable Long waiting,
        @Nullable Long inside,
        @Nullable Long lobby,
        @Nullable Double ratePerSecond,
        @Nullable String binding,
        @Nullable List<LinePlace.Left> seatsLeft,
        @Nullable Long sellable,
        @Nullable Boolean rebuilt,
        @Nullable Instant at) {}
