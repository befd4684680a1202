package podo.contracts.inventory;

import java.time.Instant;

/**
 * Ids of hidden copies of events, which scripted fans rehearse on. They stand where the id of an event stands and are negative, so that
 * none is that of an event. The id tells when the copy was made, so that whatever is left of one is known to be old.
 */
public final class HiddenCopies {

    private HiddenCopies() {}

    public static long idAt(Instant now) {
        return -now.getEpochSecond();
    }

    public static boolean isOne(long eventId) {
        return eventId < 0;
    }

    /** Scripted fans have negative numbers too, from -1 down, so that none is that of an account. */
    public static long scriptedFan(int number) {
        return -1L - number;
    }
}
