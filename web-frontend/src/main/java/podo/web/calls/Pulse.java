package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is the same for all who wait in one line, as it was {@code at} that moment. */
public record Pulse(
        String state,
        @Nullable Long serving,
        @Nullable Long waiting,
        @Nullable Long inside,
        @Nullable Double ratePerSecond,
        @Nullable String binding,
        @Nullable List<Place.Left> seatsLeft,
        @Nullable Instant at) {}
