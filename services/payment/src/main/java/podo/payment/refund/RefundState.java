package podo.payment.refund;

/** How far a refund has come. */
enum RefundState {
    WANTED,
    DONE,
    /** Nothing was charged, so there is nothing to refund. */
    VOID,
    /** The bank refused for certain; an operator must decide. */
    STUCK
}
