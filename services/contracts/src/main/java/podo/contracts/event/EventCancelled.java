package podo.contracts.event;

/** A show will not take place: sales stop, and every buyer is refunded in full. */
public record EventCancelled(long eventId, String reason) implements EventMessage {}
