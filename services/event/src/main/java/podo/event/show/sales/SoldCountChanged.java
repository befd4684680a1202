package podo.event.show.sales;

/** The number of sold seats of an event changed; published inside the transaction that counted them. */
public record SoldCountChanged(long eventId, int before, int now) {}
