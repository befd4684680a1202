package podo.reservation.booking.orderid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Order ids: {@code podo-} and 22 letters that nobody can guess. Encrypted in them is the fan, one block of AES: an order that the bank
 * knows and a restored database does not can still be told to its fan. The key is derived from {@code podo.receipt-secret}.
 */
@Component
public class OrderIds {

    private static final String PREFIX = "podo-";
    private static final Pattern ID = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{22}");
    /** With the zeros in front of a fan's number it tells our ids from random ones. */
    private static final short MARK = 0x5044;

    private static final int RANDOM_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    OrderIds(@Value("${podo.receipt-secret}") String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            byte[] derived = mac.doFinal("order ids".getBytes(StandardCharsets.US_ASCII));
            key = new SecretKeySpec(derived, 0, 16, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String next(long fanId) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] block = ByteBuffer.allocate(16)
                .putShort(MARK)
                .putLong(fanId)
                .put(random)
                .array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(crypt(Cipher.ENCRYPT_MODE, block));
    }

    /** Whose order this is; empty for an id that was not made here, or before ids named their fan. */
    public Optional<Long> fanOf(String orderId) {
        if (!ID.matcher(orderId).matches()) {
            return Optional.empty();
        }
        ByteBuffer block = ByteBuffer.wrap(
                crypt(Cipher.DECRYPT_MODE, Base64.getUrlDecoder().decode(orderId.substring(PREFIX.length()))));
        short mark = block.getShort();
        long fanId = block.getLong();
        return mark == MARK && fanId > 0 && fanId < 1L << 40 ? Optional.of(fanId) : Optional.empty();
    }

    private byte[] crypt(int mode, byte[] block) {
        try {
            // one block, never the same twice: no mode of operation is needed
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
