package podo.contracts.event;

/** A published show was changed while nothing was sold; carries the whole new state. */
public record EventChanged(long eventId, Show show) implements EventMessage {}
