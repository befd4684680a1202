package podo.starter.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code podo_}, 40 random letters and digits (238 bits), and a CRC-32 of these as six more. Prefix and checksum let scanners of
 * source code find lost keys, and let a typing error be refused without a look-up.
 */
public final class ApiKeyText {

    private static final String PREFIX = "podo_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 40;
    private static final int CHECKSUM = 6;
    private static final int SHOWN = 4;

    private ApiKeyText() {}

    public static String generate(SecureRandom random) {
        StringBuilder text = new StringBuilder(PREFIX);
        random.ints(RANDOM, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return text + checksum(text.substring(PREFIX.length()));
    }

    /** Whether it wants to be a key, right or wrong. */
    public static boolean isMeant(String text) {
        return text.startsWith(PREFIX);
    }

    public static boolean isWellFormed(String text) {
        int end = PREFIX.length() + RANDOM;
        return isMeant(text)
                && text.length() == end + CHECKSUM
                && text.chars().skip(PREFIX.length()).allMatch(digit -> DIGITS.indexOf(digit) >= 0)
                && checksum(text.substring(PREFIX.length(), end)).equals(text.substring(end));
    }

    /** By which its owner knows it again: not enough to guess it. */
    public static String start(String text) {
        return text.substring(0, PREFIX.length() + SHOWN);
    }

    /** What is kept of a key: SHA-256 in hexadecimal digits. A key is random, so it needs neither salt nor a slow hash. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < CHECKSUM; i++) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.reverse().toString();
    }
}
