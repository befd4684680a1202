package podo.web.login;

import java.io.Serializable;
import java.time.Instant;
import podo.web.calls.Accounts.Tokens;

/** The two tokens of one log-in, as they lie in the session. */
record Keys(String access, String refresh, Instant expiresAt) implements Serializable {

    static final String ATTRIBUTE = "keys";

    static Keys of(Tokens tokens, Instant now) {
        return new Keys(tokens.accessToken(), tokens.refreshToken(), now.plusSeconds(tokens.expiresIn()));
    }

    /** Good for at least one more page. */
    boolean lastUntil(Instant moment) {
        return expiresAt.isAfter(moment);
    }

    @Override
    public String toString() {
        return "Keys until " + expiresAt;
    }
}
