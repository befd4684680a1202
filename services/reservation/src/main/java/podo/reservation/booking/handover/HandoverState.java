package podo.reservation.booking.handover;

/** How a link to hand tickets over stands; {@code EXPIRED} and {@code TICKETS_GONE} are facts of the moment and never stored. */
enum HandoverState {
    /** It can be accepted. */
    OPEN,
    /** The tickets belong to the receiver. */
    ACCEPTED,
    /** Ended by the giver, or with the giver's account. */
    WITHDRAWN,
    /** A newer link hands over one of its tickets. */
    REPLACED,
    /** Its time is over. */
    EXPIRED,
    /** One of its tickets was refunded, has let somebody in, or is not the giver's any more. */
    TICKETS_GONE
}
