package podo.user.account;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The form in which addresses are compared that look alike: each character that is not ASCII becomes what Unicode's list of confusables
 * says that it looks like. ASCII stays as it is, because {@code 1} and {@code l} are told apart by every mail server.
 */
public final class LookAlikeKey {

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

    private LookAlikeKey() {}

    /** A hash, because what a character looks like may have many more characters than itself. */
    public static byte[] of(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(appearanceOf(email).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String appearanceOf(String email) {
        String key = EmailKey.of(email);
        int at = key.lastIndexOf('@');
        String written = at < 0 ? key : key.substring(0, at + 1) + IDN.toUnicode(key.substring(at + 1));
        StringBuilder appearance = new StringBuilder();
        written.codePoints().forEach(c -> {
            if (c < 0x80) {
                appearance.appendCodePoint(c);
            } else {
                appearance.append(CONFUSABLES.getSkeleton(Character.toString(c)));
            }
        });
        return appearance.toString();
    }
}
