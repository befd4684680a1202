package podo.tosssimulator.money;

/** Toss's own states. */
public enum TossStatus {
    /** The window is open. */
    READY,
    /** The buyer has authenticated; nothing is charged until the shop confirms. */
    IN_PROGRESS,
    /** Confirmed, with a virtual account that nobody has paid to yet. */
    WAITING_FOR_DEPOSIT,
    DONE,
    PARTIAL_CANCELED,
    CANCELED,
    /** The confirm failed. */
    ABORTED,
    EXPIRED
}
