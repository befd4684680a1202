package podo.event.show;

import java.time.Instant;
import java.util.List;

/** A page of events as it is kept in the cache. */
record CachedEventPage(List<CachedEvent> content, Numbers page) {

    record Numbers(int number, int size, long totalElements, int totalPages) {}

    /** A page as the API tells it. */
    record Answer(List<EventResponse> content, Numbers page) {}

    Answer at(Instant now) {
        return new Answer(
                content.stream().map(event -> EventResponse.of(event, now)).toList(), page);
    }
}
