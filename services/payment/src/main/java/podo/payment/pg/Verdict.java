package podo.payment.pg;

/** What the bank's answer to a call means. A sealed type, so that a switch that misses a case does not compile. */
public sealed interface Verdict {

    /** The bank reports the payment as it is now. */
    record Done(TossPayment payment) implements Verdict {}

    /** The bank certainly did not do it. */
    record Refused(String code, String message) implements Verdict {}

    /** The bank has no such payment (look-ups only). Decides nothing while a confirm may still arrive there. */
    record NotFound(String code) implements Verdict {}

    /** Lost, late, 5xx, in flight, or already processed: neither done nor failed until it is looked up. */
    record Unknown(String reason) implements Verdict {}

    /** The bank rejects our key or format: nothing was done, and no call will succeed until we correct it. */
    record OurFault(String code) implements Verdict {}
}
