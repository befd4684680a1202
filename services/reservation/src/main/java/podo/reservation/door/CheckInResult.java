package podo.reservation.door;

/** The answer to a ticket at the door. */
enum CheckInResult {
    /** Lets its bearer in. */
    VALID,
    /** It let somebody in before. */
    ALREADY_USED,
    /** A ticket for another event. */
    WRONG_EVENT,
    /** Given back, or its event was cancelled. */
    REFUNDED,
    /** Moved or handed over: a newer code lets in. */
    REISSUED,
    /** No code of ours. */
    FORGED,
    /** The doors are not open yet. */
    NOT_YET
}
