package podo.event.show;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;

/**
 * Which published events a list shows; a null member filters nothing.
 *
 * @param query a part of the title, the venue's name or the city
 * @param from the earliest start
 * @param until the first start that is too late
 * @param bookable only events whose seats are on sale or will be: neither sold out, nor over, nor cancelled
 */
public record EventFilter(
        String query,
        @Nullable EventKind kind,
        @Nullable String city,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean bookable) {

    public static EventFilter matching(String query) {
        return new EventFilter(query, null, null, null, null, false);
    }
}
