package podo.contracts.event;

/** A show will not take place: nothing more is sold, and every buyer gets the money back. */
public record EventCancelled(long eventId, String reason) implements EventMessage {}
