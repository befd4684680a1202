package podo.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import podo.starter.ended.EndedLogIns;

/**
 * Verifies a token's signature once a minute instead of once per request, because it costs more than the rest of most requests.
 * Expiry and log-out are checked each time; refused tokens are not cached.
 */
final class CachingJwtDecoder implements JwtDecoder {

    private static final Duration CACHED_FOR = Duration.ofMinutes(1);
    private static final int MAX_TOKENS = 10_000;

    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(CACHED_FOR)
            .build();
    private final JwtDecoder decoder;
    private final EndedLogIns ended;
    private final Clock clock;

    CachingJwtDecoder(JwtDecoder decoder, EndedLogIns ended, Clock clock) {
        this.decoder = decoder;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt jwt = verified.getIfPresent(token);
        if (jwt == null) {
            jwt = decoder.decode(token);
            verified.put(token, jwt);
        }
        Instant end = jwt.getExpiresAt();
        if (end == null || clock.instant().isAfter(end.plus(FanTokenDecoders.SKEW))) {
            throw new BadJwtException("the token has expired");
        }
        if (ended.isEnded(jwt.getClaimAsString(FanTokens.LOG_IN))) {
            throw new BadJwtException("the log-in has ended");
        }
        return jwt;
    }
}
