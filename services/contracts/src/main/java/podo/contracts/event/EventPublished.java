package podo.contracts.event;

/** A show was published: inventory creates its seats and reservation its waiting room. */
public record EventPublished(long eventId, Show show) implements EventMessage {}
