package podo.reservation.waitingroom.fairness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The draw as anybody can recompute it: draw key = SHA-256(seed ‖ list hash), list hash = SHA-256 of the ticket ids in byte order
 * joined by newlines, order = HMAC-SHA256(draw key, ticket id) ascending.
 */
public final class DrawAlgorithm {

    private static final HexFormat HEX = HexFormat.of();

    private DrawAlgorithm() {}

    public static String listHash(Collection<String> ticketIds) {
        return sha256(String.join("\n", ticketIds.stream().sorted().toList()).getBytes(StandardCharsets.UTF_8));
    }

    /** The ticket ids in the order of their numbers, 1 first. */
    public static List<String> order(String seed, Collection<String> ticketIds) {
        byte[] key = digest(HEX.parseHex(seed), HEX.parseHex(listHash(ticketIds)));
        record Drawn(byte[] lot, String ticketId) {}
        Mac hmac = hmac(key);
        return ticketIds.stream()
                .map(id -> new Drawn(hmac.doFinal(id.getBytes(StandardCharsets.UTF_8)), id))
                .sorted(Comparator.<Drawn, byte[]>comparing(Drawn::lot, Arrays::compareUnsigned)
                        .thenComparing(Drawn::ticketId))
                .map(Drawn::ticketId)
                .toList();
    }

    public static String sha256(byte[] bytes) {
        return HEX.formatHex(digest(bytes));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
