package podo.reservation.booking.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a code is compared: as people type it, whatever the width and the case of its letters. */
final class CodeName {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_-]{4,40}");

    private CodeName() {}

    static String fold(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    /** Four characters at least, because shorter ones are guessed. */
    static boolean isAllowed(String folded) {
        return ALLOWED.matcher(folded).matches();
    }
}
