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

/** Signs proofs. The key pair is made from the service's secret, so all instances have the same one. */
@Component
public class DrawReceipts {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.US_ASCII));

    private final Cache<RecoveryReceipts.Receipt, String> signed = Caffeine.newBuilder()
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
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] encoded = keys.getPublic().getEncoded();
        this.publicKey = BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        this.clock = clock;
    }

    /** What proofs are checked with: an Ed25519 key, 32 bytes in base64url. */
    public String publicKey() {
        return publicKey;
    }

    /** Signed when asked for, and the same for a while: a signature costs five times what joining does. */
    public String of(RecoveryReceipts.Receipt place, String seedHash) {
        return signed.get(place, fresh -> sign(fresh, seedHash));
    }

    Optional<DrawReceipt> read(String text) {
        return DrawReceipt.read(text, publicKey);
    }

    private String sign(RecoveryReceipts.Receipt place, String seedHash) {
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

    /** The JDK makes a public key only together with its private one, out of random bytes: here out of these. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
