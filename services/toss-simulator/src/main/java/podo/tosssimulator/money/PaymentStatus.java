package podo.tosssimulator.money;

/** Toss's own states; virtual accounts, and so {@code WAITING_FOR_DEPOSIT}, are not simulated. */
public enum PaymentStatus {
    /** The window is open. */
    READY,
    /** The buyer has authenticated; nothing is charged until the shop confirms. */
    IN_PROGRESS,
    DONE,
    PARTIAL_CANCELED,
    CANCELED,
    /** The confirm failed. */
    ABORTED,
    EXPIRED;

    /** Whether money was captured at some time. */
    public boolean captured() {
        return this == DONE || this == PARTIAL_CANCELED || this == CANCELED;
    }
}
