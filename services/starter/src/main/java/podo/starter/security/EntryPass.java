package podo.starter.security;

import java.time.Instant;

/** Admits a fan to an event until {@code expiresAt}; issued by the waiting room. A hold keeps the pass's id and end. */
public record EntryPass(String id, long eventId, long fanId, Instant expiresAt) {

    /** The request header that carries the signed pass. */
    public static final String HEADER = "X-Entry-Pass";

    /** Returns itself when it is this fan's and for this event, else throws {@link NoPass}. */
    public EntryPass of(long fanId, long eventId) {
        if (this.fanId != fanId) {
            throw new NoPass("foreign-fan");
        }
        if (this.eventId != eventId) {
            throw new NoPass("foreign-event");
        }
        return this;
    }
}
