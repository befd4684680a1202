package podo.reservation.waitingroom.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

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
        try {
            byte[] seed = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(secret));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] encoded = keys.getPublic().getEncoded();
        this.publicKey = BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
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
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK derives a public key only when it generates the pair from random bytes: this source returns the given ones. */
    private static final class FixedRandom extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
