package podo.starter.security;

import java.time.Instant;
import java.util.OptionalLong;

/** Admits a fan to an event until {@code expiresAt}; issued by the waiting room. A hold keeps the pass's id and end. */
public record EntryPass(String id, long eventId, long fanId, Instant expiresAt) {

    /** The request header that carries the signed pass. */
    public static final String HEADER = "X-Entry-Pass";

    private static final String OF_PRESALE = "presale:";

    /** The id of a pass that the line of a presale gives. */
    public static String idOfPresale(long presaleId, String id) {
        return OF_PRESALE + presaleId + ":" + id;
    }

    /** The presale whose line gave the pass of this id; empty for a pass of an event's own line. */
    public static OptionalLong presaleOf(String passId) {
        int end = passId.indexOf(':', OF_PRESALE.length());
        return passId.startsWith(OF_PRESALE) && end > 0
                ? OptionalLong.of(Long.parseLong(passId.substring(OF_PRESALE.length(), end)))
                : OptionalLong.empty();
    }

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
