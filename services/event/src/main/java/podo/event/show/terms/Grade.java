package podo.event.show.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price and the rows that are sold at it.
 *
 * @param price whole won
 * @param zones none when it is sold where the venue's plan is painted with its name
 * @param kinds of ticket that a fan may choose instead of the usual one, which has no name and costs {@code price}
 */
public record Grade(
        String name,
        long price,
        List<Zone> zones,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TicketKind> kinds) {

    /** Rows from before there were kinds name none. */
    @SuppressWarnings("NullAway") // JSON
    public Grade {
        kinds = kinds == null ? List.of() : kinds;
    }

    /** A grade with the usual kind of ticket only. */
    public Grade(String name, long price, List<Zone> zones) {
        this(name, price, zones, List.of());
    }

    /** Consecutive rows of a section; no {@code fromRow} means from the first, no {@code toRow} means to the last. */
    public record Zone(
            String section,
            @Nullable String fromRow,
            @Nullable String toRow) {}
}
