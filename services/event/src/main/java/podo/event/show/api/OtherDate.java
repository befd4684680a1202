package podo.event.show.api;

import java.time.Instant;
import podo.contracts.event.EventStatus;
import podo.event.show.EventSnapshot;
import podo.event.show.Performance;

/**
 * Another date of an event's show.
 *
 * @param id of the event on that date
 * @param version rises whenever that event is saved
 */
record OtherDate(long id, Instant startsAt, Instant onSaleAt, EventStatus status, int version) {

    static OtherDate of(Performance date, Instant now) {
        return new OtherDate(date.id(), date.startsAt(), date.onSaleAt(), date.statusAt(now), date.version());
    }

    static OtherDate of(EventSnapshot event, Instant now) {
        return new OtherDate(
                event.id(), event.terms().startsAt(), event.terms().onSaleAt(), event.statusAt(now), event.version());
    }
}
