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
 * @param seriesId the same for all dates of a show; null for an event that never had others
 * @param otherDates of the same show, by their start; empty where they were not asked for
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
        @Nullable String poster,
        @Nullable Long seriesId,
        List<Performance> otherDates) {

    /** Entries of a cache from before there were other dates name none. */
    @SuppressWarnings("NullAway") // JSON
    public EventSnapshot {
        otherDates = otherDates == null ? List.of() : otherDates;
    }

    EventSnapshot withOtherDates(List<Performance> others) {
        return new EventSnapshot(
                id,
                state,
                planVersion,
                venueVersion,
                venue,
                address,
                city,
                capacity,
                taken,
                terms,
                version,
                changes,
                poster,
                seriesId,
                others);
    }

    public EventStatus statusAt(Instant now) {
        return new Performance(
                        id,
                        state,
                        terms.startsAt(),
                        terms.lobbyOpensAt(),
                        terms.onSaleAt(),
                        terms.salesEndAt(),
                        taken >= capacity,
                        version)
                .statusAt(now);
    }
}
