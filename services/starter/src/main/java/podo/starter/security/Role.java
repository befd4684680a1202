package podo.starter.security;

/** What an account may do, as it stands in the access token's claim {@code roles}. */
public enum Role {
    /** Buys; every account is one. */
    FAN,
    /** Creates venues and events, and steers its own. */
    ORGANISER,
    /** Sees the money of all events: audits, unresolved payments. */
    OPERATOR,
    /** Checks tickets at the doors of all events. */
    DOOR
}
