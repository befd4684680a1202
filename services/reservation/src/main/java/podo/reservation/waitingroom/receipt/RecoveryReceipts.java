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
 * Receipts that come with every place and restore it when Redis has lost the line. They are signed with HMAC-SHA256, so that only Podo
 * can check them and signing is cheap; a {@link DrawReceipt} can be checked by anybody.
 */
@Component
public class RecoveryReceipts {

    private static final String ISSUER = "podo-receipt";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII));

    private final SecretKey key;
    private final DrawReceipts drawReceipts;

    RecoveryReceipts(@Value("${podo.receipt-secret}") String secret, DrawReceipts drawReceipts) {
        this.drawReceipts = drawReceipts;
        this.key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret));
    }

    /** Builds the token by hand: every join and every status call signs one, and a token builder costs more than the Lua script. */
    public String sign(PlaceReceipt receipt) {
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

    /** Reads a receipt of this class or a {@link DrawReceipt}; empty unless Podo signed it. */
    public Optional<PlaceReceipt> read(String text) {
        if (!text.startsWith(HEADER + ".")) {
            return drawReceipts
                    .read(text)
                    .map(draw -> new PlaceReceipt(draw.eventId(), draw.fanId(), draw.ticketId(), draw.number()));
        }
        try {
            Claims claims = Jwts.parser()
                    .verifyWith(key)
                    .requireIssuer(ISSUER)
                    .build()
                    .parseSignedClaims(text)
                    .getPayload();
            return Optional.of(new PlaceReceipt(
                    claims.get("event", Number.class).longValue(),
                    Long.parseLong(claims.getSubject()),
                    claims.getId(),
                    claims.get("number", Number.class).longValue()));
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
