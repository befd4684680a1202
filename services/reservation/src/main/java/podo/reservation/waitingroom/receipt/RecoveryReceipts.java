package podo.reservation.waitingroom.receipt;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What every place comes with, for the line itself: with it the line can be rebuilt when Redis has lost it. Only Podo can check it,
 * which is why it is cheap; a {@link DrawReceipt} is for everybody else.
 */
@Component
public class RecoveryReceipts {

    /** @param number 0 before the draw */
    public record Receipt(long eventId, long fanId, String ticketId, long number) {}

    private static final String ISSUER = "podo-receipt";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII));

    private final SecretKey key;
    private final DrawReceipts proofs;

    RecoveryReceipts(@Value("${podo.receipt-secret}") String secret, DrawReceipts proofs) {
        this.proofs = proofs;
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
    }

    /** Written by hand, since every join and every look signs one and a builder of tokens costs more than the line's own script. */
    public String sign(Receipt receipt) {
        String claims = "{\"iss\":\"" + ISSUER + "\",\"jti\":\"" + receipt.ticketId() + "\",\"sub\":\""
                + receipt.fanId() + "\",\"event\":" + receipt.eventId() + ",\"number\":" + receipt.number() + "}";
        String content = HEADER + "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return content + "." + BASE64.encodeToString(hmac(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] hmac(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service's own receipts, and the proofs that it signs for everybody. */
    Optional<Receipt> read(String text) {
        if (!text.startsWith(HEADER + ".")) {
            return proofs.read(text)
                    .map(proof -> new Receipt(proof.eventId(), proof.fanId(), proof.ticketId(), proof.number()));
        }
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
