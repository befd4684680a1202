package podo.reservation.waitingroom.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import podo.starter.signature.Ed25519;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt that anybody can check: a JSON Web Token signed with Ed25519 (RFC 8037).
 *
 * @param number 0 before the draw
 * @param seedHash the hash of the seed that Podo had published when it signed
 */
public record DrawReceipt(long eventId, long fanId, String ticketId, long number, String seedHash, Instant issuedAt) {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    /** Empty unless the receipt is signed with this key: 32 bytes in base64url. */
    public static Optional<DrawReceipt> read(String text, String key) {
        try {
            String[] parts = text.split("\\.");
            byte[] content = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            if (parts.length != 3
                    || !Ed25519.verify(Ed25519.publicKey(BASE64.decode(key)), content, BASE64.decode(parts[2]))) {
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
        } catch (JacksonException
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
}
