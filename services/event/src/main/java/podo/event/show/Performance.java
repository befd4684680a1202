package podo.event.show;

import java.time.Instant;
import podo.contracts.event.EventStatus;

/**
 * One date of a show that has several, as its other dates name it.
 *
 * @param soldOut whether nobody can buy a seat now, because all are sold or blocked
 * @param version rises whenever the event is saved
 */
public record Performance(
        long id,
        EventState state,
        Instant startsAt,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        boolean soldOut,
        int version) {

    public EventStatus statusAt(Instant now) {
        return switch (state) {
            case DRAFT -> EventStatus.DRAFT;
            case CANCELLED -> EventStatus.CANCELLED;
            case PUBLISHED -> publishedStatusAt(now);
        };
    }

    private EventStatus publishedStatusAt(Instant now) {
        if (!now.isBefore(salesEndAt)) {
            return EventStatus.ENDED;
        }
        if (!now.isBefore(onSaleAt)) {
            return soldOut ? EventStatus.SOLD_OUT : EventStatus.ON_SALE;
        }
        return now.isBefore(lobbyOpensAt) ? EventStatus.ANNOUNCED : EventStatus.LOBBY;
    }
}
