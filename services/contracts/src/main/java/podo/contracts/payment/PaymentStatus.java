package podo.contracts.payment;

/** The status of an order's payment, as the API shows it. */
public enum PaymentStatus {
    READY,
    /** The bank is being asked, or its answer was lost: neither paid nor failed. */
    CHECKING,
    PAID,
    /** The last attempt failed; another may follow while the hold lasts. */
    FAILED,
    /** Refunded in full, or closed before anything was charged. */
    CANCELLED
}
