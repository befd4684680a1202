package podo.event.show;

import java.time.Instant;
import podo.contracts.event.EventStatus;

/** An event as it is kept in the cache: everything but its status, which changes with time alone. */
record CachedEvent(
        long id,
        Event.State state,
        int planVersion,
        String venue,
        String address,
        int capacity,
        int sold,
        Terms terms) {

    EventStatus statusAt(Instant now) {
        return switch (state) {
            case DRAFT -> EventStatus.DRAFT;
            case CANCELLED -> EventStatus.CANCELLED;
            case PUBLISHED -> publishedAt(now);
        };
    }

    private EventStatus publishedAt(Instant now) {
        if (!now.isBefore(terms.salesEndAt())) {
            return EventStatus.ENDED;
        }
        if (sold >= capacity) {
            return EventStatus.SOLD_OUT;
        }
        if (!now.isBefore(terms.onSaleAt())) {
            return EventStatus.ON_SALE;
        }
        return now.isBefore(terms.lobbyOpensAt()) ? EventStatus.ANNOUNCED : EventStatus.LOBBY;
    }
}
