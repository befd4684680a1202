package podo.event.show;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price, and the rows that are sold at it.
 *
 * @param price whole won
 */
record Grade(String name, long price, List<Zone> zones) {

    /** Neighbouring rows of a section; without {@code fromRow} from the first on, without {@code toRow} to the last. */
    record Zone(
            String section,
            @Nullable String fromRow,
            @Nullable String toRow) {}
}
