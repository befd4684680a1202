package podo.contracts.event;

/** What sort of show an event is; fans filter the list of events by it. */
public enum EventKind {
    CONCERT,
    CLASSICAL,
    MUSICAL,
    PLAY,
    DANCE,
    FESTIVAL,
    SPORT,
    FAMILY,
    OTHER
}
