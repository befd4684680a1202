package podo.web.sheet;

import java.util.regex.Pattern;

/** Texts of people in cells: no spreadsheet takes them for a formula, whichever width the sign has. */
final class SheetText {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n|%＝＋－＠].*", Pattern.DOTALL);

    /** What XML 1.0 cannot hold, and halves of characters. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private SheetText() {}

    /** With an apostrophe before what a spreadsheet would compute. */
    static String of(Object value) {
        String text = NOT_XML.matcher(value.toString()).replaceAll("");
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
