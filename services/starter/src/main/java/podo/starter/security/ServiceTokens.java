package podo.starter.security;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Tokens with which one service authenticates to another (JWT, HS256, shared secret): issuer, audience, lifetime 60 s. */
public class ServiceTokens {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final SecretKey key;
    private final String self;
    private final Clock clock;

    ServiceTokens(String secret, String self, Clock clock) {
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
        this.self = self;
        this.clock = clock;
    }

    /** A token of this service for {@code audience}. */
    public String mint(String audience) {
        return Jwts.builder()
                .issuer(self)
                .audience()
                .add(audience)
                .and()
                .expiration(Date.from(clock.instant().plus(LIFETIME)))
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /** The calling service's name; empty when the token is invalid or for another service. */
    Optional<String> caller(@Nullable String token) {
        if (token == null || !CompactJwt.isWellFormed(token)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Jwts.parser()
                    .verifyWith(key)
                    .requireAudience(self)
                    .clock(() -> Date.from(clock.instant()))
                    .clockSkewSeconds(SKEW.toSeconds())
                    .build()
                    .parseSignedClaims(token)
                    .getPayload()
                    .getIssuer());
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
