package podo.event.show;

import java.time.Instant;

/** An event as it is kept in the cache: everything but its status, which changes with time alone. */
record Listing(
        long id,
        Event.State state,
        int planVersion,
        String venue,
        String address,
        int capacity,
        int sold,
        Terms terms) {

    Status statusAt(Instant now) {
        return switch (state) {
            case DRAFT -> Status.DRAFT;
            case CANCELLED -> Status.CANCELLED;
            case PUBLISHED -> publishedAt(now);
        };
    }

    private Status publishedAt(Instant now) {
        if (!now.isBefore(terms.salesEndAt())) {
            return Status.ENDED;
        }
        if (sold >= capacity) {
            return Status.SOLD_OUT;
        }
        if (!now.isBefore(terms.onSaleAt())) {
            return Status.ON_SALE;
        }
        return now.isBefore(terms.lobbyOpensAt()) ? Status.ANNOUNCED : Status.LOBBY;
    }
}
