package podo.contracts.inventory;

import java.time.Instant;

/**
 * Ids of hidden copies of events, which scripted fans rehearse on. They stand where the id of an event stands and are minus the second in
 * which the copy was made, so that none is that of an event and whatever is left of one is known to be old.
 */
public final class HiddenCopies {

    /** The highest of them: rooms of presales have negative ids too, minus the number of the presale, and are never so far down. */
    public static final long HIGHEST = -1_000_000_000L;

    private HiddenCopies() {}

    /** Throws for a time before September 2001, which only a clock that is wrong shows. */
    public static long idAt(Instant now) {
        long id = -now.getEpochSecond();
        if (!isOne(id)) {
            throw new IllegalArgumentException("No hidden copy is made at " + now);
        }
        return id;
    }

    public static boolean isOne(long eventId) {
        return eventId <= HIGHEST;
    }

    /** Scripted fans have negative numbers from -1 down, so that none is that of an account. */
    public static long scriptedFan(int number) {
        return -1L - number;
    }

    public static boolean isScriptedFan(long fanId) {
        return fanId < 0;
    }
}
