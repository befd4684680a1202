package podo.payment.charge;

/** How far an attempt has come. From SENT on money may have moved. */
enum ChargeAttemptState {
    STARTED,
    SENT,
    UNKNOWN,
    APPROVED,
    DECLINED,
    /** Never sent: the hold had lapsed, or its process died before it asked. */
    DROPPED
}
