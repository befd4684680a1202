package podo.web.login;

import java.time.Instant;
import podo.web.client.AccountClient.Tokens;

/** The two tokens of a log-in, as stored in the session. */
record StoredTokens(String access, String refresh, Instant expiresAt) {

    static final String ATTRIBUTE = "keys";

    static StoredTokens of(Tokens tokens, Instant now) {
        return new StoredTokens(tokens.accessToken(), tokens.refreshToken(), now.plusSeconds(tokens.expiresIn()));
    }

    /** Whether the access token is still valid at that moment. */
    boolean lastUntil(Instant moment) {
        return expiresAt.isAfter(moment);
    }

    @Override
    public String toString() {
        return "Tokens until " + expiresAt;
    }
}
