package podo.reservation.booking.order.boxoffice;

/** How a box office was paid. */
public enum SaleWay {
    CASH,
    /** With the box office's own terminal. */
    CARD,
    /** Given away, for a reason. */
    COMPLIMENTARY
}
