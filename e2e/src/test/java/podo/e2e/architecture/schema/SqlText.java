package podo.e2e.architecture.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts SQL into pieces; comments are left out, and what stands in quotes is a part of its word. */
final class SqlText {

    private static final Pattern PIECE = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.|'')*'|/\\*(?s:.*?)\\*/|(?:--[ \\t]|--$|#)[^\\n]*|(?s:.)", Pattern.MULTILINE);

    private SqlText() {}

    /** Statements in upper case with single spaces, ended by {@code ;} or, where a trigger is made, by {@code //}. */
    static List<String> statements(String sql) {
        StringBuilder text = new StringBuilder();
        PIECE.matcher(sql).results().map(piece -> piece.group()).forEach(piece -> {
            if (piece.startsWith("'")) {
                // what is in the quotes must end nothing
                text.append(piece.replaceAll("[;/(),\\s]", "_"));
            } else if (piece.length() > 1) {
                text.append(' ');
            } else if (!piece.equals("`")) {
                text.append(piece);
            }
        });
        return Arrays.stream(text.toString().split(";|//"))
                .map(statement -> statement
                        .replaceAll("\\s+", " ")
                        .replaceAll(" ?([(),]) ?", "$1")
                        .replace(")", ") ")
                        .replaceAll(" ([,)])", "$1")
                        .strip()
                        .toUpperCase(Locale.ROOT))
                .map(statement -> statement.replaceFirst("^DELIMITER ?", ""))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The parts of a list, cut at commas that stand in no parentheses. */
    static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : 0;
            depth -= c == ')' ? 1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(list.substring(from));
        return parts.stream().map(String::strip).toList();
    }

    /** What stands in the first pair of parentheses, and after it. */
    static List<String> unwrap(String text) {
        int from = text.indexOf('(');
        int depth = 0;
        for (int i = from; i >= 0 && i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : 0;
            depth -= text.charAt(i) == ')' ? 1 : 0;
            if (depth == 0) {
                return Stream.of(text.substring(from + 1, i), text.substring(i + 1))
                        .map(String::strip)
                        .toList();
            }
        }
        return List.of();
    }
}
