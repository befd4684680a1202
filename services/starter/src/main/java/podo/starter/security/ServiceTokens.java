package podo.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Tokens with which one service authenticates to another (JWT, HS256, shared secret): issuer, audience, lifetime 60 s. One is signed for
 * each audience every 30 s and verified once by each receiver, which checks the end at each call.
 */
public class ServiceTokens {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration USED_FOR = Duration.ofSeconds(30);
    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final int MAX_VERIFIED = 1_000;

    private record Minted(String token, Instant renewAt) {}

    private record Verified(String issuer, Instant end) {}

    private final Map<String, Minted> minted = new ConcurrentHashMap<>();
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MAX_VERIFIED)
            .expireAfterWrite(LIFETIME.plus(SKEW))
            .build();
    private final SecretKey key;
    private final String self;
    private final Clock clock;
    private final JwtParser parser;

    ServiceTokens(String secret, String self, Clock clock) {
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
        this.self = self;
        this.clock = clock;
        this.parser = Jwts.parser()
                .verifyWith(key)
                .requireAudience(self)
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(SKEW.toSeconds())
                .build();
    }

    /** A token of this service for {@code audience}, valid for at least another 30 s. */
    public String mint(String audience) {
        Instant now = clock.instant();
        Minted last = minted.get(audience);
        if (last == null
                || !now.isBefore(last.renewAt())
                || now.isBefore(last.renewAt().minus(USED_FOR))) {
            last = new Minted(sign(audience, now), now.plus(USED_FOR));
            minted.put(audience, last);
        }
        return last.token();
    }

    private String sign(String audience, Instant now) {
        return Jwts.builder()
                .issuer(self)
                .audience()
                .add(audience)
                .and()
                .expiration(Date.from(now.plus(LIFETIME)))
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /** The calling service's name; empty when the token is invalid or for another service. Refused tokens are not cached. */
    Optional<String> caller(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            known = verify(token);
            if (known == null) {
                return Optional.empty();
            }
            verified.put(token, known);
        }
        return clock.instant().isAfter(known.end().plus(SKEW)) ? Optional.empty() : Optional.of(known.issuer());
    }

    private @Nullable Verified verify(String token) {
        if (!CompactJwt.isWellFormed(token)) {
            return null;
        }
        try {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            Date end = claims.getExpiration();
            String issuer = claims.getIssuer();
            return end == null || issuer == null ? null : new Verified(issuer, end.toInstant());
        } catch (JwtException | IllegalArgumentException e) {
            return null;
        }
    }
}
