package podo.contracts.event;

/** A published show was changed before any seat was sold; carries the complete new state. */
public record EventChanged(long eventId, Show show) implements EventMessage {}
