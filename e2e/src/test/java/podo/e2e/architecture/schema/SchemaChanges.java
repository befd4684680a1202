package podo.e2e.architecture.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema as its migrations make it, one file after another. Each file is asked for what it takes away from a process that knows the schema as it was
 * before: a table or column that is gone or has another name, a column that takes less, a column that such a process does not fill.
 */
public final class SchemaChanges {

    private static final Pattern TABLE =
            Pattern.compile("^(CREATE|ALTER|DROP|RENAME) (?:TEMPORARY )?TABLES?(?: IF (?:NOT )?EXISTS)? ?(.*)$");
    private static final Pattern NAMED = Pattern.compile("^([A-Z0-9_.$]+) ?(.*)$");
    private static final Pattern NO_COLUMN =
            Pattern.compile("^(?:PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|FOREIGN|FULLTEXT|SPATIAL|CHECK|PARTITION)\\b.*");
    private static final Pattern ACTION =
            Pattern.compile("^(ADD|DROP|MODIFY|CHANGE|RENAME|ALTER)( COLUMN)?(?: IF (?:NOT )?EXISTS)? ?(.*)$");

    private final Map<String, Map<String, Column>> tables = new HashMap<>();
    private final Set<String> ascii = new HashSet<>();

    /** Applies one file, and returns what it takes away; empty when it only adds. */
    public List<String> apply(String sql) {
        List<String> takenAway = new ArrayList<>();
        Set<String> made = new HashSet<>();
        for (String statement : SqlText.statements(sql)) {
            Matcher table = TABLE.matcher(statement);
            if (!table.matches()) {
                continue;
            }
            String rest = table.group(2);
            switch (table.group(1)) {
                case "CREATE" -> made.add(create(rest));
                case "DROP" ->
                    SqlText.parts(rest).stream()
                            .filter(name -> !made.contains(name))
                            .forEach(name -> takenAway.add("table " + name + " is dropped"));
                case "RENAME" -> takenAway.add("table " + rest + " is renamed");
                default -> {
                    Matcher named = NAMED.matcher(rest);
                    // a table that this file has made is unknown to everybody
                    if (named.matches()) {
                        alter(
                                named.group(1),
                                named.group(2),
                                made.contains(named.group(1)) ? nothing -> {} : takenAway::add);
                    }
                }
            }
        }
        return takenAway;
    }

    private String create(String rest) {
        String table = first(rest);
        List<String> body = SqlText.unwrap(rest);
        if (body.isEmpty()) {
            return table;
        }
        if (body.getLast().matches(".*(CHARSET|CHARACTER SET)[ =]+ASCII.*")) {
            ascii.add(table);
        }
        SqlText.parts(body.getFirst()).stream()
                .filter(part -> !NO_COLUMN.matcher(part).matches())
                .forEach(part -> remember(table, part));
        return table;
    }

    private void alter(String table, String actions, Consumer<String> takenAway) {
        for (String part : SqlText.parts(actions)) {
            Matcher action = ACTION.matcher(part);
            if (!action.matches()) {
                continue;
            }
            String what = action.group(3);
            boolean column = action.group(2) != null || !NO_COLUMN.matcher(what).matches();
            switch (action.group(1)) {
                case "ADD" -> {
                    if (column) {
                        added(what).forEach(one -> add(table, one, takenAway));
                    }
                }
                case "DROP" -> {
                    if (column) {
                        takenAway.accept("column " + table + "." + what + " is dropped");
                    }
                }
                case "MODIFY" -> modify(table, first(what), what, takenAway);
                case "CHANGE" -> change(table, what, takenAway);
                case "RENAME" -> {
                    if (column) {
                        takenAway.accept(
                                (action.group(2) == null ? "table " : "column " + table + ".") + what + " is renamed");
                    }
                }
                default -> {
                    if (what.endsWith(" DROP DEFAULT")) {
                        takenAway.accept("column " + table + "." + first(what) + " loses its default");
                    }
                }
            }
        }
    }

    private static List<String> added(String what) {
        return what.startsWith("(") ? SqlText.parts(SqlText.unwrap(what).getFirst()) : List.of(what);
    }

    private void add(String table, String part, Consumer<String> takenAway) {
        Column column = remember(table, part);
        if (!column.maybeLeftOut()) {
            takenAway.accept("column " + table + "." + first(part) + " is added without a default");
        }
    }

    private void change(String table, String what, Consumer<String> takenAway) {
        String before = first(what);
        String after = what.substring(before.length()).strip();
        if (before.equals(first(after))) {
            modify(table, before, after, takenAway);
        } else {
            takenAway.accept("column " + table + "." + before + " is renamed");
        }
    }

    private void modify(String table, String name, String part, Consumer<String> takenAway) {
        Column before = tables.getOrDefault(table, Map.of()).get(name);
        Column after = remember(table, part);
        if (before == null) {
            takenAway.accept("column " + table + "." + name + " is changed, and no file says what it was");
        } else {
            after.takesAwayFrom(before)
                    .ifPresent(loss -> takenAway.accept("column " + table + "." + name + " " + loss));
        }
    }

    private Column remember(String table, String part) {
        String name = first(part);
        Column column = Column.of(part.substring(name.length()).strip(), ascii.contains(table));
        tables.computeIfAbsent(table, unknown -> new HashMap<>()).put(name, column);
        return column;
    }

    private static String first(String text) {
        Matcher named = NAMED.matcher(text);
        return named.matches() ? named.group(1) : text;
    }
}
