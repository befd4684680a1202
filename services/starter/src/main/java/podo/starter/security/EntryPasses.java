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

/** Mints and reads entry passes: HS256 under a secret that only the services know, so reading needs no call. */
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

    /** The pass as the text that goes into the header; its end is kept to the second. */
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

    /** The pass behind the text; {@link NoPass} when there is none, or it is forged or over. */
    public EntryPass read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new NoPass();
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
