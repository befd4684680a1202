package podo.payment.refund;

/** How far a refund has come. */
enum RefundState {
    WANTED,
    DONE,
    /** Nothing had been charged, so nothing goes back. */
    VOID,
    /** The bank refuses for certain: a person must look. */
    STUCK
}
