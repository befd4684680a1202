package podo.event.show;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventStatus;
import podo.contracts.event.ShowChange;
import podo.event.show.terms.Terms;

/**
 * An event at the moment of reading, as it is cached; the status is not part of it, because it also depends on the clock.
 *
 * @param planVersion of the seats and their prices, as the inventory knows them
 * @param venueVersion of the venue's plan that the seats are laid out from
 * @param version rises whenever the event is saved
 * @param changes what buyers were told, newest first
 * @param poster digest of an uploaded one; null while the drawn one is shown
 * @param taken seats that nobody can buy now, because they are sold or blocked
 */
public record EventSnapshot(
        long id,
        EventState state,
        int planVersion,
        int venueVersion,
        String venue,
        String address,
        String city,
        int capacity,
        int taken,
        Terms terms,
        int version,
        List<ShowChange> changes,
        @Nullable String poster) {

    public EventStatus statusAt(Instant now) {
        return switch (state) {
            case DRAFT -> EventStatus.DRAFT;
            case CANCELLED -> EventStatus.CANCELLED;
            case PUBLISHED -> publishedStatusAt(now);
        };
    }

    private EventStatus publishedStatusAt(Instant now) {
        if (!now.isBefore(terms.salesEndAt())) {
            return EventStatus.ENDED;
        }
        if (!now.isBefore(terms.onSaleAt())) {
            return taken >= capacity ? EventStatus.SOLD_OUT : EventStatus.ON_SALE;
        }
        return now.isBefore(terms.lobbyOpensAt()) ? EventStatus.ANNOUNCED : EventStatus.LOBBY;
    }
}
