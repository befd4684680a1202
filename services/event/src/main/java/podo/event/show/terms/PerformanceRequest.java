package podo.event.show.terms;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another date of a show. Without {@code doorsAt} the doors keep their distance to the start, without {@code onSaleAt} the sale opens when
 * that of the copied event does.
 */
public record PerformanceRequest(
        @NotNull Instant startsAt,
        @Nullable Instant doorsAt,
        @Nullable Instant onSaleAt) {

    /** Cut to what the columns keep. */
    @SuppressWarnings("NullAway") // JSON
    public PerformanceRequest {
        startsAt = startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MILLIS);
        doorsAt = doorsAt == null ? null : doorsAt.truncatedTo(ChronoUnit.MILLIS);
        onSaleAt = onSaleAt == null ? null : onSaleAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
