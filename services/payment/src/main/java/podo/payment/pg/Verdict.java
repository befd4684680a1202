package podo.payment.pg;

/** How an answer of the bank is to be read. Whoever forgets a case does not compile. */
public sealed interface Verdict {

    /** It says what it did. */
    record Done(TossPayment payment) implements Verdict {}

    /** It certainly did not do it. */
    record Refused(String code, String message) implements Verdict {}

    /** It does not know of such a payment (look-ups only): decides nothing while a confirm may be on its way. */
    record NotFound(String code) implements Verdict {}

    /** Nobody knows: lost, late, 5xx, in flight, or already processed. Look it up, never call it failed. */
    record Unknown(String why) implements Verdict {}

    /** We ask in a way that no bank would answer (key, format): nothing happened, and nothing will until it is mended. */
    record OurFault(String code) implements Verdict {}
}
