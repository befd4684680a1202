package podo.stack.backup.part;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;

/** Loads what {@link DatabaseDump} wrote into an empty database. */
public final class DatabaseLoad {
    private static final int STATEMENTS_PER_COMMIT = 50;

    private DatabaseLoad() {}

    /** Numbers that were given after the backup are not given again: see {@link IdGap}. */
    public static void load(Connection connection, InputStream dump) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET NAMES utf8mb4");
            statement.execute(
                    "SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
            var statements = new SqlStatements(dump);
            var schema = "";
            int uncommitted = 0;
            for (var sql = statements.next(); sql != null; sql = statements.next()) {
                if (sql.startsWith("USE ")) {
                    schema = sql.substring("USE ".length()).replace("`", "").strip();
                }
                statement.execute(IdGap.widen(schema, sql));
                if (++uncommitted == STATEMENTS_PER_COMMIT) {
                    connection.commit();
                    uncommitted = 0;
                }
            }
            connection.commit();
        }
    }
}
