package podo.reservation.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code that people read and type: letters that look alike are one, and separators don't count. The door's page does the same. */
public final class TypedCode {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}]+");
    private static final Pattern CODE = Pattern.compile("(?:P[O0]D[O0])?([0-9A-Z]{16})");
    private static final int DIGEST_BYTES = 12;

    private TypedCode() {}

    /** As it is stored; empty for what can't be a code. */
    public static Optional<String> normalise(String typed) {
        String bare = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        var code = CODE.matcher(bare);
        if (!code.matches()) {
            return Optional.empty();
        }
        String letters = code.group(1).replace('O', '0').replace('I', '1').replace('L', '1');
        return Optional.of("PODO-" + String.join("-", letters.split("(?<=\\G.{4})")));
    }

    /** By which a gate without network knows a typed code, and from which nobody can make one: the start of its SHA-256 in base64url. */
    public static String digest(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, DIGEST_BYTES * 4 / 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
