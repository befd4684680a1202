package podo.contracts.reservation;

/** A booking's status as the API tells it. */
public enum BookingStatus {
    PENDING,
    CHECKING,
    CONFIRMED,
    CANCELLED,
    REFUNDED,
    EXPIRED
}
