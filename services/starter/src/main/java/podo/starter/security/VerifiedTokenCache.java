package podo.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Works a token's signature out once a minute and not once a call: it costs more than the rest of most calls. A
 * remembered token still ends in time; one that is refused is not remembered.
 */
final class VerifiedTokenCache implements JwtDecoder {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<String, Jwt> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();
    private final JwtDecoder decoder;
    private final Clock clock;

    VerifiedTokenCache(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt jwt = known.getIfPresent(token);
        if (jwt == null) {
            jwt = decoder.decode(token);
            known.put(token, jwt);
        }
        Instant end = jwt.getExpiresAt();
        if (end == null || clock.instant().isAfter(end.plus(FanTokenDecoders.SKEW))) {
            throw new BadJwtException("the token is over");
        }
        return jwt;
    }
}
