package podo.contracts.reservation;

/** Where a fan stands in an event's waiting room. */
public enum LineState {
    /** Joined before the sale; the place is drawn when it opens. */
    LOBBY,
    WAITING,
    /** May enter, for a minute. */
    OFFERED,
    /** Holds an entry pass. */
    ENTERED,
    CLOSED
}
