package podo.web.label;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long seats of an event are held, in minutes as people type them: 5, or 1:30. */
public final class HoldMinutes {

    /** The limits of the event service, in seconds. */
    private static final int LEAST = 60;

    private static final int MOST = 600;
    private static final Pattern TYPED = Pattern.compile("([0-9]{1,4})(?::([0-5][0-9]))?");

    private HoldMinutes() {}

    /** Empty for an event that does not say. */
    public static String of(@Nullable Integer seconds) {
        if (seconds == null) {
            return "";
        }
        return seconds % 60 == 0
                ? Integer.toString(seconds / 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** Null for nothing, and for what can't be read. */
    public static @Nullable Integer toSeconds(@Nullable String typed) {
        Matcher read = TYPED.matcher(narrow(typed));
        if (!read.matches()) {
            return null;
        }
        return 60 * Integer.parseInt(read.group(1)) + (read.group(2) == null ? 0 : Integer.parseInt(read.group(2)));
    }

    /** Nothing is right too. */
    public static boolean isWrong(@Nullable String typed) {
        Integer seconds = toSeconds(typed);
        return seconds == null ? !narrow(typed).isEmpty() : seconds < LEAST || seconds > MOST;
    }

    /** Full-width digits and colons, as East Asian keyboards write them, in their narrow form. */
    private static String narrow(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
