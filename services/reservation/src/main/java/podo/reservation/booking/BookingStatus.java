package podo.reservation.booking;

/** A booking's status as the API tells it. */
enum BookingStatus {
    PENDING,
    CHECKING,
    CONFIRMED,
    CANCELLED,
    REFUNDED,
    EXPIRED
}
