package podo.e2e.architecture.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column takes.
 *
 * @param kind values of one kind are put in order by their size: whole numbers, texts, bytes; another type is a kind of its own
 * @param size the longest text, or the width of a number
 */
record Column(String kind, long size, boolean ascii, boolean nullable, boolean filled) {

    private static final Pattern TYPE = Pattern.compile("^([A-Z]+)(?:\\(([^)]*)\\))?( ?UNSIGNED)?(?: (.*))?$");
    private static final List<String> NUMBERS = List.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT");

    /** @param definition what follows the name, in upper case */
    static Column of(String definition, boolean asciiByDefault) {
        Matcher type = TYPE.matcher(definition);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in: " + definition);
        }
        String name = type.group(1).replaceFirst("^BOOL(EAN)?$", "TINYINT").replaceFirst("^INTEGER$", "INT");
        String size = Optional.ofNullable(type.group(2)).orElse("");
        String rest = " " + Optional.ofNullable(type.group(4)).orElse("") + " ";
        boolean ascii = rest.contains(" CHARACTER SET ") ? rest.contains(" CHARACTER SET ASCII ") : asciiByDefault;
        boolean nullable = !rest.contains(" NOT NULL ") && !rest.contains(" PRIMARY KEY ");
        boolean filled = rest.contains(" DEFAULT ")
                || rest.contains(" AUTO_INCREMENT ")
                || rest.contains(" GENERATED ")
                || rest.contains(" AS(")
                || rest.contains(" AS (");
        String signed = type.group(3) == null ? "" : " unsigned";
        if (NUMBERS.contains(name)) {
            return new Column("number" + signed, NUMBERS.indexOf(name), false, nullable, filled);
        }
        if (name.endsWith("CHAR") || name.endsWith("TEXT")) {
            return new Column("text", longest(name, size), ascii, nullable, filled);
        }
        if (name.endsWith("BINARY") || name.endsWith("BLOB")) {
            return new Column("bytes", longest(name, size), false, nullable, filled);
        }
        if (name.equals("DATETIME") || name.equals("TIMESTAMP")) {
            return new Column(name, size.isEmpty() ? 0 : Long.parseLong(size), false, nullable, filled);
        }
        return new Column(name + "(" + size + ")" + signed, 0, false, nullable, filled);
    }

    private static long longest(String name, String size) {
        return switch (name.replace("BLOB", "TEXT")) {
            case "TINYTEXT" -> 255;
            case "TEXT" -> 65_535;
            case "MEDIUMTEXT" -> 16_777_215;
            case "LONGTEXT" -> 4_294_967_295L;
            default -> size.isEmpty() ? 1 : Long.parseLong(size);
        };
    }

    /** What a process that knows the column as it was can't do with it any more. */
    Optional<String> takesAwayFrom(Column before) {
        if (!kind.equals(before.kind)) {
            return Optional.of("has another type");
        }
        if (size < before.size) {
            return Optional.of("gets narrower");
        }
        if (ascii && !before.ascii) {
            return Optional.of("takes ASCII only");
        }
        if (before.nullable && !nullable) {
            return Optional.of("is no longer nullable");
        }
        return before.filled && !filled && !nullable ? Optional.of("loses its default") : Optional.empty();
    }

    /** Whether a row can be written by who does not know the column. */
    boolean maybeLeftOut() {
        return nullable || filled;
    }
}
