package podo.stack.backup.part;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All schemas of the services as SQL, as they were at one moment: that of {@link #freeze}. Rows are streamed, so memory does not grow
 * with them. The text can be loaded by {@code mariadb} and {@code mysql} too.
 */
public final class DatabaseDump implements AutoCloseable {
    private static final int BYTES_PER_INSERT = 256 * 1024;

    private final Connection connection;

    /** @param connection with all rights; closed with this dump */
    public DatabaseDump(Connection connection) {
        this.connection = connection;
    }

    /** Bytes that the tables and their indexes take, about. */
    public long size() throws SQLException {
        try (var statement = connection.createStatement();
                var sum = statement.executeQuery("SELECT COALESCE(SUM(data_length + index_length), 0)"
                        + " FROM information_schema.tables WHERE table_schema LIKE 'podo\\_%'")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    /** Stops all commits, and begins to see everything as it is now; {@link #thaw} must follow at once. */
    public void freeze() throws SQLException {
        execute(
                "SET SESSION lock_wait_timeout = 10", // a statement that runs longer must not hold up the shop's writes
                "SET NAMES utf8mb4",
                "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "FLUSH TABLES WITH READ LOCK",
                "START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }

    /** Lets commits go on. */
    public void thaw() throws SQLException {
        execute("UNLOCK TABLES");
    }

    /** @param progress called with the name of each schema */
    public void write(OutputStream out, Consumer<String> progress) throws SQLException, IOException {
        for (var schema : strings("SELECT schema_name FROM information_schema.schemata"
                + " WHERE schema_name LIKE 'podo\\_%' ORDER BY schema_name")) {
            progress.accept(schema);
            requireNothingElseIn(schema);
            line(out, "CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4\n;");
            line(out, "USE `" + schema + "`\n;");
            for (var table : strings("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                    + " AND table_schema = '" + schema + "' ORDER BY table_name")) {
                writeTable(out, schema, table);
            }
            writeTriggers(out, schema);
        }
    }

    /** What this class does not write must not be lost in silence. */
    private void requireNothingElseIn(String schema) throws SQLException {
        var others = strings("SELECT table_name FROM information_schema.views WHERE table_schema = '" + schema + "'");
        others.addAll(strings(
                "SELECT routine_name FROM information_schema.routines WHERE routine_schema = '" + schema + "'"));
        others.addAll(
                strings("SELECT event_name FROM information_schema.events WHERE event_schema = '" + schema + "'"));
        if (!others.isEmpty()) {
            throw new IllegalStateException(
                    schema + " has views, routines or events, which a backup does not hold: " + others);
        }
    }

    private void writeTable(OutputStream out, String schema, String table) throws SQLException, IOException {
        var name = "`" + schema + "`.`" + table + "`";
        line(out, strings("SHOW CREATE TABLE " + name, 2).getFirst() + "\n;");
        var columns = columns(schema, table);
        var expressions =
                String.join(", ", columns.stream().map(Column::expression).toList());
        var insert = "INSERT INTO `" + table + "` ("
                + String.join(", ", columns.stream().map(Column::quotedName).toList()) + ") VALUES ";
        try (var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE); // the driver's sign for streaming
            try (var rows = statement.executeQuery("SELECT " + expressions + " FROM " + name)) {
                writeRows(out, rows, columns, insert);
            }
        }
    }

    private static void writeRows(OutputStream out, ResultSet rows, List<Column> columns, String insert)
            throws SQLException, IOException {
        var text = new StringBuilder();
        while (rows.next()) {
            text.append(text.isEmpty() ? insert + "(" : ",(");
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : ",");
                columns.get(i).append(text, rows.getString(i + 1));
            }
            text.append(')');
            if (text.length() > BYTES_PER_INSERT) {
                line(out, text.append("\n;").toString());
                text.setLength(0);
            }
        }
        if (!text.isEmpty()) {
            line(out, text.append("\n;").toString());
        }
    }

    private void writeTriggers(OutputStream out, String schema) throws SQLException, IOException {
        var triggers = strings("SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = '" + schema
                + "' ORDER BY event_object_table, action_timing, event_manipulation, action_order");
        for (var trigger : triggers) {
            line(out, "DELIMITER ;;");
            line(
                    out,
                    strings("SHOW CREATE TRIGGER `" + schema + "`.`" + trigger + "`", 3)
                                    .getFirst() + "\n;;");
            line(out, "DELIMITER ;");
        }
    }

    private List<Column> columns(String schema, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT column_name, data_type, extra FROM information_schema.columns"
                        + " WHERE table_schema = '" + schema + "' AND table_name = '" + table
                        + "' ORDER BY ordinal_position")) {
            while (rows.next()) {
                if (!String.valueOf(rows.getString(3)).contains("GENERATED")
                        || String.valueOf(rows.getString(3)).contains("DEFAULT_GENERATED")) {
                    columns.add(Column.of(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }

    private List<String> strings(String query) throws SQLException {
        return strings(query, 1);
    }

    private List<String> strings(String query, int column) throws SQLException {
        var strings = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(column));
            }
        }
        return strings;
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws SQLException {
        connection.close(); // ends the transaction, and the lock when thaw() was not reached
    }
}
