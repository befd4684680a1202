package podo.stack.backup.part;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of a dumped table: how it is selected as text, and how its text becomes a literal. */
record Column(String name, Kind kind) {

    enum Kind {
        NUMBER,
        BYTES,
        TEXT
    }

    static Column of(String name, String dataType) {
        return new Column(
                name,
                switch (dataType.toLowerCase(Locale.ROOT)) {
                    case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year" ->
                        Kind.NUMBER;
                    case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit" -> Kind.BYTES;
                    default -> Kind.TEXT;
                });
    }

    String quotedName() {
        return "`" + name + "`";
    }

    /** As text on the server, so that the driver converts neither dates nor bytes. */
    String expression() {
        return kind == Kind.BYTES ? "HEX(" + quotedName() + ")" : "CAST(" + quotedName() + " AS CHAR)";
    }

    void append(StringBuilder sql, @Nullable String value) {
        if (value == null) {
            sql.append("NULL");
        } else if (kind == Kind.NUMBER) {
            sql.append(value);
        } else if (kind == Kind.BYTES) {
            sql.append("x'").append(value).append('\'');
        } else {
            appendText(sql, value);
        }
    }

    /** On one line, whatever the text contains. */
    private static void appendText(StringBuilder sql, String value) {
        sql.append('\'');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\'' -> sql.append("\\'");
                case '\\' -> sql.append("\\\\");
                case '\n' -> sql.append("\\n");
                case '\r' -> sql.append("\\r");
                case 0 -> sql.append("\\0");
                case 0x1a -> sql.append("\\Z");
                default -> sql.append(c);
            }
        }
        sql.append('\'');
    }
}
