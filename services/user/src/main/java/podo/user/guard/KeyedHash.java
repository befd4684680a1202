package podo.user.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hashes that only this service can compute, because their key is derived from its private key: whoever reads Redis or a log finds no
 * address by trying.
 */
@Component
public class KeyedHash {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(@Value("${podo.jwt-private-key:${PODO_JWT_PRIVATE_KEY:}}") String privateKey) {
        SecretKeySpec root = new SecretKeySpec(("podo:user:" + privateKey).getBytes(StandardCharsets.UTF_8), HMAC);
        this.key = new SecretKeySpec(mac(root, "keyed-hash"), HMAC);
    }

    /** In Base64URL; hashes of different purposes have nothing in common. */
    public String of(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, purpose + ":" + text));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
