package podo.reservation.presale;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a code opens early for one event.
 *
 * @param grades those that it opens; null for all
 * @param until its end, the opening of the general sale at the latest
 * @param active false once the code was switched off
 */
public record Presale(
        long id,
        long eventId,
        long codeId,
        String code,
        @Nullable List<String> grades,
        Instant from,
        Instant until,
        boolean active) {

    /** Whether fans who have its code can stand in its line, also before it begins. */
    public boolean isToComeAt(Instant now) {
        return active && now.isBefore(until);
    }
}
