package podo.contracts.payment;

/** Where an order's money stands, as the fan sees it. */
public enum PaymentStatus {
    READY,
    /** The bank is being asked, or its answer was lost: neither paid nor failed. */
    CHECKING,
    PAID,
    /** The last attempt failed for certain; another may follow while the hold lasts. */
    FAILED,
    /** Nothing is paid any more: all went back, or the order was closed before anything was charged. */
    CANCELLED
}
