package podo.web.admin;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses numbers as people type them. */
public final class NumberParser {

    /** Separators stand before every third digit; elsewhere a comma may be meant as a decimal point. */
    private static final Pattern WHOLE =
            Pattern.compile("₩?\\s*(-?(?:[0-9]{1,40}|[0-9]{1,3}(?:[, ][0-9]{3}){1,12}))\\s*원?");

    private NumberParser() {}

    /**
     * The whole number in this text, also in full-width digits, with separators, ₩ or 원; null when it is none. One that is larger than every
     * limit is read as the largest there is, so that whoever knows the limit says it.
     */
    public static @Nullable Integer of(@Nullable String text) {
        String typed = narrow(text);
        var number = WHOLE.matcher(typed);
        return number.matches() ? clamped(new BigInteger(number.group(1).replaceAll("[, ]", ""))) : null;
    }

    private static int clamped(BigInteger number) {
        return number.max(BigInteger.valueOf(Integer.MIN_VALUE))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    /** The text with full-width digits and signs, as East Asian keyboards write them, in their narrow form. */
    public static String narrow(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
