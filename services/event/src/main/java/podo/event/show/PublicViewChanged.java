package podo.event.show;

/** The public data of an event changed; published inside this service, handled after the commit. */
public record PublicViewChanged(long eventId) {}
