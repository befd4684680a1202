package podo.user.key;

import java.time.Clock;
import org.springframework.stereotype.Service;
import podo.starter.key.ApiKeyText;
import podo.starter.key.TeamKey;
import podo.starter.problem.NotFound;
import podo.starter.security.FanTokens;

/** Exchanges a key for a short access token with the key's team and scopes. */
@Service
class KeyExchangeDesk {

    /** @param expiresIn in seconds */
    record KeyToken(String accessToken, long expiresIn) {

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "KeyToken[" + expiresIn + " s]";
        }
    }

    private final StoredKeys keys;
    private final FanTokens tokens;
    private final KeySettings settings;
    private final Clock clock;

    KeyExchangeDesk(StoredKeys keys, FanTokens tokens, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for a text that is no key in force. */
    KeyToken exchange(String text) {
        if (!ApiKeyText.isWellFormed(text)) {
            throw new NotFound();
        }
        TeamKey key = keys.find(text).orElseThrow(NotFound::new);
        keys.noteUse(key.number());
        return new KeyToken(
                tokens.mint(key, clock.instant(), settings.access()),
                settings.access().toSeconds());
    }
}
