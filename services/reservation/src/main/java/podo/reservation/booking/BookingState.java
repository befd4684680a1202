package podo.reservation.booking;

/** How far a booking has come. EXPIRED is not stored: it is PENDING after the end of its hold. */
enum BookingState {
    /** The seats are held and nothing is paid. */
    PENDING,
    /** The bank was asked and its answer is not known. */
    CHECKING,
    /** The payment is approved; the inventory has not sold the seats yet. */
    PAID,
    /** Paid, and the seats are sold to the fan. */
    CONFIRMED,
    /** Cancelled before payment, or given back with a refund on its way. */
    CANCELLED,
    /** Every refund is confirmed. */
    REFUNDED
}
