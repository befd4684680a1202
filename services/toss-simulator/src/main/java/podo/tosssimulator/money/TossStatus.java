package podo.tosssimulator.money;

/** The payment states of Toss. */
public enum TossStatus {
    /** The payment window is open. */
    READY,
    /** The buyer has authenticated; nothing is charged until the shop confirms. */
    IN_PROGRESS,
    /** Confirmed, with a virtual account without a deposit. */
    WAITING_FOR_DEPOSIT,
    DONE,
    PARTIAL_CANCELED,
    CANCELED,
    /** The confirm failed. */
    ABORTED,
    EXPIRED
}
