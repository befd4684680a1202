package podo.inventory.seat;

import java.time.Instant;

/** The sale of an event ends at this time, earlier than before or because of a cancellation; published in the transaction that says so. */
public record SaleEnds(long eventId, Instant at) {

    /** The event does not take place: what is not sold is taken back from its holds; published before a seat is locked. */
    public record ByCancellation(long eventId) {}
}
