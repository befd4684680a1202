package podo.notification.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, the same for HTML and text.
 *
 * @param rows labels and values
 * @param seats one line each
 * @param button null without one
 */
record LetterPage(
        String subject,
        String heading,
        List<String> paragraphs,
        List<Row> rows,
        List<String> seats,
        @Nullable Button button,
        @Nullable String note) {

    record Row(String label, String value) {}

    record Button(String label, String url) {}
}
