package podo.event.show.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price and the rows that are sold at it.
 *
 * @param price whole won
 * @param zones none when it is sold where the venue's plan is painted with its name
 */
public record Grade(String name, long price, List<Zone> zones) {

    /** Consecutive rows of a section; no {@code fromRow} means from the first, no {@code toRow} means to the last. */
    public record Zone(
            String section,
            @Nullable String fromRow,
            @Nullable String toRow) {}
}
