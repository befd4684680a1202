package podo.starter.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What is the same in two spellings of a text, and which characters a text may hold. */
public final class WrittenText {

    /** Zero-width space, word joiner and byte order mark: copied along from web pages, without any meaning. */
    private static final Pattern MEANINGLESS = Pattern.compile("[\\u200B\\u2060\\uFEFF]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    /** More marks on one letter than any script needs cover the lines above and below it. */
    private static final Pattern PILED_MARKS = Pattern.compile("\\p{M}{9,}");

    private WrittenText() {}

    /** NFC, line ends as {@code \n}, without meaningless characters, without blanks and fillers at both ends. */
    public static String normalise(String text) {
        String composed = Normalizer.normalize(MEANINGLESS.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        String lines = LINE_END.matcher(composed).replaceAll("\n");
        int start = 0;
        int end = lines.length();
        while (start < end && isBlank(lines.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(lines.charAt(end - 1))) {
            end--;
        }
        return lines.substring(start, end);
    }

    /** Whether it can be read on one line: see the rules of {@link PersonText}. */
    public static boolean isLegible(String text) {
        return isVisible(text) && !hasControlCharacters(text, false);
    }

    /** Whether it has a letter, digit or sign that is drawn. */
    static boolean isVisible(String text) {
        return text.codePoints().anyMatch(WrittenText::isDrawn);
    }

    /**
     * Whether it holds control characters, characters that turn the direction of what follows, halves of characters, or piles of marks.
     *
     * @param lines whether line breaks and tabs are allowed
     */
    static boolean hasControlCharacters(String text, boolean lines) {
        return PILED_MARKS.matcher(text).find()
                || text.codePoints()
                        .filter(c -> !(lines && (c == '\n' || c == '\t')))
                        .anyMatch(WrittenText::steers);
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default ->
                isBidiControl(c) || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF || c >= 0xFFF9 && c <= 0xFFFB;
        };
    }

    /** Embeddings, overrides and isolates: each reaches beyond the text when it is not closed. */
    private static boolean isBidiControl(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isDrawn(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !isFiller(c);
        };
    }

    /** Letters and signs that are drawn as nothing: Hangul fillers and the blank braille pattern. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isBlank(char c) {
        int type = Character.getType(c);
        return c == ' '
                || c == '\t'
                || c == '\n'
                || type == Character.SPACE_SEPARATOR
                || type == Character.FORMAT && !isBidiControl(c)
                || isFiller(c);
    }
}
