package podo.reservation.booking;

/** How far a booking has come; EXPIRED is not kept, it is worked out from PENDING and the clock. */
enum BookingState {
    /** The seats are held, nothing is paid. */
    PENDING,
    /** The bank was asked and its answer is not known. */
    CHECKING,
    /** The money is captured, the seats are about to change hands. */
    PAID,
    /** Paid, and the seats are the fan's. */
    CONFIRMED,
    /** Given up before paying, or given back and the money is on its way. */
    CANCELLED,
    /** All the money that was to go back went back. */
    REFUNDED
}
