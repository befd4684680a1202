package podo.contracts.reservation;

/** A fan's state in an event's waiting room. */
public enum LineState {
    /** Joined before the sale; places are drawn when it starts. */
    LOBBY,
    WAITING,
    /** May enter within a minute. */
    OFFERED,
    /** Holds an entry pass. */
    ENTERED,
    CLOSED
}
