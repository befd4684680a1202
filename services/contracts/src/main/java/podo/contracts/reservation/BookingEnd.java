package podo.contracts.reservation;

/** Why a booking has ended. */
public enum BookingEnd {
    /** The hold's time ran out. */
    TIME_OUT,
    /** The sale of the event ended before the booking was paid. */
    SALE_OVER,
    EVENT_CANCELLED,
    /** By the fan: released before payment, or cancelled for a refund. */
    GIVEN_BACK,
    /** Refunded by the organiser. */
    BY_ORGANISER,
    /** Paid after others had bought the seats; refunded in full. */
    SEATS_LOST
}
