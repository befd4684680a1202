package podo.event.show.sales;

/** The number of an event's sold and blocked seats changed; published inside the transaction that counted them. */
public record TakenCountChanged(long eventId, int before, int now) {}
