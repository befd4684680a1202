package podo.notification.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, the same for HTML and text.
 *
 * @param rows labels and values
 * @param seats one line each
 * @param button null without one
 * @param second something else that can be done; null without it
 */
record LetterPage(
        String subject,
        String heading,
        List<String> paragraphs,
        List<Row> rows,
        List<String> seats,
        @Nullable Button button,
        @Nullable Button second,
        @Nullable String note) {

    /** A letter with at most one button. */
    LetterPage(
            String subject,
            String heading,
            List<String> paragraphs,
            List<Row> rows,
            List<String> seats,
            @Nullable Button button,
            @Nullable String note) {
        this(subject, heading, paragraphs, rows, seats, button, null, note);
    }

    record Row(String label, String value) {}

    record Button(String label, String url) {}
}
