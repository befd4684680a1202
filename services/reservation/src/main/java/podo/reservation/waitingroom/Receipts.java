package podo.reservation.waitingroom;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signed proof of a place: with it the line can be rebuilt when Redis has lost it. */
@Component
class Receipts {

    /** @param number 0 before the draw */
    record Receipt(long eventId, long fanId, String ticketId, long number) {}

    private static final String ISSUER = "podo-receipt";

    private final SecretKey key;

    Receipts(@Value("${podo.receipt-secret}") String secret) {
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
    }

    String sign(Receipt receipt) {
        return Jwts.builder()
                .issuer(ISSUER)
                .id(receipt.ticketId())
                .subject(Long.toString(receipt.fanId()))
                .claim("event", receipt.eventId())
                .claim("number", receipt.number())
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    Optional<Receipt> read(String text) {
        try {
            Claims claims = Jwts.parser()
                    .verifyWith(key)
                    .requireIssuer(ISSUER)
                    .build()
                    .parseSignedClaims(text)
                    .getPayload();
            return Optional.of(new Receipt(
                    claims.get("event", Number.class).longValue(),
                    Long.parseLong(claims.getSubject()),
                    claims.getId(),
                    claims.get("number", Number.class).longValue()));
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
