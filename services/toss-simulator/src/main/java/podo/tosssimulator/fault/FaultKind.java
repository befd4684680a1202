package podo.tosssimulator.fault;

/** What can go wrong, and when. */
public enum FaultKind {
    /** The answer comes {@code millis} late. */
    LATENCY(true),
    /** The bank has done it, its answer comes {@code millis} late. */
    LATENCY_AFTER(true),
    /** The connection is lost before the bank has looked at the call. */
    LOST_BEFORE(true),
    /** The bank has done it, the connection is lost before the answer. */
    LOST_AFTER(true),
    /** The connection is lost at once, and the bank does it {@code millis} later all the same. */
    LATE(true),
    /** An error ({@code status}, {@code code}; 500 if not said) instead of doing it. */
    ERROR_BEFORE(true),
    /** The bank has done it and answers an error ({@code status}, {@code code}; 500 if not said). */
    ERROR_AFTER(true),
    /** 409: the same idempotency key is said to be in flight. */
    IN_FLIGHT(true),
    /** The bank has done it and answers something that is no payment at all. */
    GARBAGE(true),
    /** The bank has done it and names an amount that is another amount. */
    WRONG_AMOUNT(true),
    /** The payment's session is over when the confirm comes. */
    EXPIRED(true),
    /** Each webhook comes twice. */
    WEBHOOK_DUPLICATED(false),
    /** A webhook waits two seconds, so that a later one overtakes it. */
    WEBHOOK_REORDERED(false),
    /** The webhook of a state arrives before the answer or redirect that leads to it. */
    WEBHOOK_EARLY(false),
    /** The webhook never goes out. */
    WEBHOOK_LOST(false),
    /** Before the redirect a webhook claims that the money was captured. */
    WEBHOOK_FORGED(false);

    private final boolean ofCalls;

    FaultKind(boolean ofCalls) {
        this.ofCalls = ofCalls;
    }

    /** Whether it strikes the shop's calls; the others strike the bank's webhooks. */
    public boolean ofCalls() {
        return ofCalls;
    }
}
