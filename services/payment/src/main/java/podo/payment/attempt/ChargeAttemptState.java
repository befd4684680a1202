package podo.payment.attempt;

/** How far an attempt has come. From SENT on, money may have moved. */
public enum ChargeAttemptState {
    STARTED,
    SENT,
    /** The bank's answer was lost or decides nothing; the resolver looks it up. */
    UNKNOWN,
    APPROVED,
    DECLINED,
    /** Nothing was asked of the bank, or the bank did not accept the request; the same payment key may be tried again. */
    DROPPED
}
