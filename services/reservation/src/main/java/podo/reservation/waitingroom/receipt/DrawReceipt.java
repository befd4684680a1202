package podo.reservation.waitingroom.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt that anybody can check: a JSON Web Token signed with Ed25519 (RFC 8037).
 *
 * @param number 0 before the draw
 * @param seedHash the hash of the seed that Podo had published when it signed
 */
public record DrawReceipt(long eventId, long fanId, String ticketId, long number, String seedHash, Instant issuedAt) {

    /** The DER header in front of the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] KEY_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    /** Empty unless the receipt is signed with this key: 32 bytes in base64url. */
    public static Optional<DrawReceipt> read(String text, String key) {
        try {
            String[] parts = text.split("\\.");
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey(key));
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (parts.length != 3 || !check.verify(BASE64.decode(parts[2]))) {
                return Optional.empty();
            }
            Map<?, ?> claims = JsonMapper.shared().readValue(BASE64.decode(parts[1]), Map.class);
            return Optional.of(new DrawReceipt(
                    number(claims, "event"),
                    Long.parseLong(text(claims, "sub")),
                    text(claims, "jti"),
                    number(claims, "number"),
                    text(claims, "seedHash"),
                    Instant.ofEpochSecond(number(claims, "iat"))));
        } catch (GeneralSecurityException
                | JacksonException
                | IllegalArgumentException
                | ArrayIndexOutOfBoundsException
                | ClassCastException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static long number(Map<?, ?> claims, String name) {
        return ((Number) Objects.requireNonNull(claims.get(name))).longValue();
    }

    private static String text(Map<?, ?> claims, String name) {
        return (String) Objects.requireNonNull(claims.get(name));
    }

    private static PublicKey publicKey(String key) throws GeneralSecurityException {
        byte[] bytes = BASE64.decode(key);
        byte[] whole = Arrays.copyOf(KEY_HEADER, KEY_HEADER.length + bytes.length);
        System.arraycopy(bytes, 0, whole, KEY_HEADER.length, bytes.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole));
    }
}
