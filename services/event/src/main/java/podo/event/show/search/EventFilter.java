package podo.event.show.search;

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
 * @param grouped one event of each show with several dates: of those that match, the one that comes first
 */
public record EventFilter(
        String query,
        @Nullable EventKind kind,
        @Nullable String city,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean bookable,
        boolean grouped) {

    public static EventFilter matching(String query) {
        return new EventFilter(query, null, null, null, null, false, false);
    }
}
