package podo.contracts.reservation;

/** A booking's status, as the API shows it. */
public enum BookingStatus {
    PENDING,
    CHECKING,
    CONFIRMED,
    CANCELLED,
    REFUNDED,
    EXPIRED
}
