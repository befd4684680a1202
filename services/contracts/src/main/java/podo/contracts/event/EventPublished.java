package podo.contracts.event;

/** A show is announced: its seats can be laid out and its waiting room opened. */
public record EventPublished(long eventId, Show show) implements EventMessage {}
