package podo.starter.security;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Signs and verifies entry passes (JWT, HS256) with a secret that only the services know, so that verifying needs no call. */
public class EntryPasses {

    private static final String ISSUER = "podo-line";

    private final SecretKey key;
    private final JwtParser parser;

    /** @param secret 32 bytes, base64 */
    public EntryPasses(String secret, Clock clock) {
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
        this.parser = Jwts.parser()
                .verifyWith(key)
                .requireIssuer(ISSUER)
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    /** The signed pass for the header; {@code expiresAt} is cut to the second. */
    public String mint(EntryPass pass) {
        return Jwts.builder()
                .issuer(ISSUER)
                .id(pass.id())
                .subject(Long.toString(pass.fanId()))
                .claim("event", pass.eventId())
                .expiration(Date.from(pass.expiresAt()))
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /** @throws NoPass when the text is empty, forged or expired */
    public EntryPass read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new NoPass();
        }
        if (!CompactJwt.isWellFormed(text)) {
            throw new NoPass("forged");
        }
        try {
            Claims claims = parser.parseSignedClaims(text).getPayload();
            return new EntryPass(
                    claims.getId(),
                    claims.get("event", Number.class).longValue(),
                    Long.parseLong(claims.getSubject()),
                    claims.getExpiration().toInstant());
        } catch (ExpiredJwtException e) {
            throw new NoPass("expired");
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            throw new NoPass("forged");
        }
    }
}
