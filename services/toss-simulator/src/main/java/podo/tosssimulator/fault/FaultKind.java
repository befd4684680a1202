package podo.tosssimulator.fault;

/** The kinds of faults: what fails, and at which moment of a call or webhook. */
public enum FaultKind {
    /** The answer comes {@code millis} late. */
    LATENCY(true),
    /** The bank has done it; its answer comes {@code millis} late. */
    LATENCY_AFTER(true),
    /** The connection is lost before the bank handles the call. */
    LOST_BEFORE(true),
    /** The bank has done it; the connection is lost before the answer. */
    LOST_AFTER(true),
    /** The connection is lost at once, and the bank does it {@code millis} later. */
    LATE(true),
    /** An error ({@code status}, {@code code}; 500 by default) instead of doing it. */
    ERROR_BEFORE(true),
    /** The bank has done it and answers an error ({@code status}, {@code code}; 500 by default). */
    ERROR_AFTER(true),
    /** 409: another call with the same idempotency key is in flight. */
    IN_FLIGHT(true),
    /** The bank has done it and answers HTML instead of a payment. */
    GARBAGE(true),
    /** The bank has done it and answers with another amount. */
    WRONG_AMOUNT(true),
    /** The payment session has expired when the confirm arrives. */
    EXPIRED(true),
    /** Each webhook is sent twice. */
    WEBHOOK_DUPLICATED(false),
    /** A webhook is delayed by 2 s, so that a later one arrives first. */
    WEBHOOK_REORDERED(false),
    /** The webhook of a state arrives before the answer or redirect that leads to it. */
    WEBHOOK_EARLY(false),
    /** The webhook is not sent. */
    WEBHOOK_LOST(false),
    /** Before the redirect a webhook claims that the money was captured. */
    WEBHOOK_FORGED(false);

    private final boolean affectsCalls;

    FaultKind(boolean affectsCalls) {
        this.affectsCalls = affectsCalls;
    }

    /** Whether it affects the shop's calls; the others affect webhooks. */
    public boolean affectsCalls() {
        return affectsCalls;
    }
}
