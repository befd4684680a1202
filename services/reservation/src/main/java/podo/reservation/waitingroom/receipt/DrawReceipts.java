package podo.reservation.waitingroom.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import podo.starter.signature.Ed25519;

/** Signs {@link DrawReceipt}s. The key pair is derived from the service's secret, so that all instances have the same one. */
@Component
public class DrawReceipts {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.US_ASCII));

    private final Cache<PlaceReceipt, String> signed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final KeyPair keys;
    private final String publicKey;
    private final Clock clock;

    DrawReceipts(@Value("${podo.receipt-secret}") String secret, Clock clock) {
        this.keys = Ed25519.keyPair(sha256(Base64.getDecoder().decode(secret)));
        this.publicKey = BASE64.encodeToString(Ed25519.bytes(keys.getPublic()));
        this.clock = clock;
    }

    /** The Ed25519 key that checks these receipts: 32 bytes in base64url. */
    public String publicKey() {
        return publicKey;
    }

    /** The signed receipt, cached for ten minutes: a signature costs five times what a join costs. */
    public String sign(PlaceReceipt place, String seedHash) {
        return signed.get(place, uncached -> signNow(uncached, seedHash));
    }

    Optional<DrawReceipt> read(String text) {
        return DrawReceipt.read(text, publicKey);
    }

    private String signNow(PlaceReceipt place, String seedHash) {
        String claims = "{\"iss\":\"podo-receipt\",\"jti\":\"" + place.ticketId() + "\",\"sub\":\"" + place.fanId()
                + "\",\"event\":" + place.eventId() + ",\"number\":" + place.number() + ",\"seedHash\":\"" + seedHash
                + "\",\"iat\":" + clock.instant().getEpochSecond() + "}";
        String content = HEADER + "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        byte[] signature = Ed25519.sign(keys.getPrivate(), content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature);
    }

    private static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
