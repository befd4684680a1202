package podo.user.passkey;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** Challenges that were given out, in Redis for all instances: each is for one purpose, for some minutes, and is taken once. */
@Component
class Challenges {

    private static final String KEY = "podo:user:passkey:";
    private static final String FORM = "[A-Za-z0-9_-]{22}";

    private final StringRedisTemplate redis;
    private final PasskeySettings settings;
    private final SecureRandom random = new SecureRandom();

    Challenges(StringRedisTemplate redis, PasskeySettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** @return the ceremony by which the challenge is taken */
    String keep(Bytes challenge, String purpose) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String ceremony = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        redis.opsForValue()
                .set(KEY + ceremony, purpose + " " + challenge.toBase64UrlString(), settings.challengeLife());
        return ceremony;
    }

    /** Empty when it was taken before, is over, or was given out for another purpose; it is gone then too. */
    Optional<Bytes> take(String ceremony, String purpose) {
        if (!ceremony.matches(FORM)) {
            return Optional.empty();
        }
        String kept = redis.opsForValue().getAndDelete(KEY + ceremony);
        return kept == null || !kept.startsWith(purpose + " ")
                ? Optional.empty()
                : Optional.of(Bytes.fromBase64(kept.substring(purpose.length() + 1)));
    }
}
