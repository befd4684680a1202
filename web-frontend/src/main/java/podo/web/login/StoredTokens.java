package podo.web.login;

import java.io.Serializable;
import java.time.Instant;
import podo.web.calls.AccountClient.Tokens;

/** The two tokens of one log-in, as they lie in the session. */
record StoredTokens(String access, String refresh, Instant expiresAt) implements Serializable {

    static final String ATTRIBUTE = "keys";

    static StoredTokens of(Tokens tokens, Instant now) {
        return new StoredTokens(tokens.accessToken(), tokens.refreshToken(), now.plusSeconds(tokens.expiresIn()));
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
