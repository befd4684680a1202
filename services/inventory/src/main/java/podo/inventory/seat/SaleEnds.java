package podo.inventory.seat;

import java.time.Instant;

/** The sale of an event ends at this time, earlier than before or because of a cancellation; published in the transaction that says so. */
public record SaleEnds(long eventId, Instant at) {}
