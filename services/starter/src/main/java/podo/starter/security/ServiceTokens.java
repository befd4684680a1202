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

/** How one service proves itself to another: a signed token that names both and lives for 60 seconds. */
public class ServiceTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final SecretKey key;
    private final String self;
    private final Clock clock;

    ServiceTokens(String secret, String self, Clock clock) {
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
        this.self = self;
        this.clock = clock;
    }

    /** A token with which this service may call {@code audience}. */
    public String mint(String audience) {
        return Jwts.builder()
                .issuer(self)
                .audience()
                .add(audience)
                .and()
                .expiration(Date.from(clock.instant().plus(LIFE)))
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /** The calling service's name when the token is good and meant for this service. */
    Optional<String> caller(@Nullable String token) {
        if (token == null || token.isBlank()) {
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
