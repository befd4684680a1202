package podo.starter.key;

import java.util.Set;

/**
 * The key with which a program calls, as its token tells it. It acts for its team and nobody else.
 *
 * @param number the key's own number
 * @param byPasskey whether it was made after a log-in with a passkey
 */
public record TeamKey(long number, long teamId, Set<ApiScope> scopes, boolean byPasskey) {

    /**
     * Above every account's number and exactly representable in JavaScript: what a key does is noted under this number plus its own, where an
     * account's would stand.
     */
    private static final long FIRST_ACTOR = 8_000_000_000_000_000L;

    public long actor() {
        return FIRST_ACTOR + number;
    }

    public static boolean isActor(long accountId) {
        return accountId > FIRST_ACTOR;
    }

    /** The key of an actor. */
    public static long numberOf(long actor) {
        return actor - FIRST_ACTOR;
    }
}
