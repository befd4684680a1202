package podo.e2e.load.sale;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.faults.RedisConsole;
import podo.e2e.load.StackProcess;

/**
 * Fans with accounts and tokens, made before the sale. Twenty thousand sign-ups and log-ins would hash forty thousand passwords, so their rows
 * are written to the database of the stack on this machine, without a password that anybody could log in with, and their tokens are signed with the
 * stack's key. The same accounts serve every sale.
 */
final class SaleAccounts {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final Duration LIFE_OF_TOKENS = Duration.ofMinutes(40);
    private static final String LIKE = "sale-%@bench.podo.dev";

    private static final String FORGET = "EVAL \"for _, pattern in ipairs({'inv:bots:*', 'room:bots:*'}) do"
            + " for _, key in ipairs(redis.call('KEYS', pattern)) do redis.call('DEL', key) end end return 0\" 0";

    private SaleAccounts() {}

    /** As new: which of them had to solve challenges in an earlier sale would be known for an hour. */
    static List<Fan> of(int count) throws IOException, SQLException {
        RedisConsole.send(FORGET);
        List<Long> ids = ids(count);
        StackTokens tokens = StackTokens.ofRunningStack();
        Instant now = Instant.now();
        Api open = Api.open();
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> new Fan(ids.get(i), email(i), "", open.as(tokens.sign(ids.get(i), now, LIFE_OF_TOKENS))))
                .toList();
    }

    private static List<Long> ids(int count) throws IOException, SQLException {
        try (Connection database = connect()) {
            List<Long> ids = find(database, count);
            if (ids.size() < count) {
                insert(database, ids.size(), count);
                ids = find(database, count);
            }
            return ids;
        }
    }

    private static List<Long> find(Connection database, int count) throws SQLException {
        try (var statement = database.prepareStatement(
                "SELECT id FROM account WHERE email_key LIKE ? AND deleted_at IS NULL ORDER BY email_key LIMIT ?")) {
            statement.setString(1, LIKE);
            statement.setInt(2, count);
            List<Long> ids = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private static void insert(Connection database, int from, int to) throws SQLException {
        try (var statement = database.prepareStatement(
                "INSERT INTO account"
                        + " (email, email_key, name, password_hash, organiser, created_at) VALUES (?, ?, 'Minji', '', FALSE, ?)")) {
            for (int i = from; i < to; i++) {
                statement.setString(1, email(i));
                statement.setString(2, email(i));
                statement.setTimestamp(3, Timestamp.from(Instant.now()));
                statement.addBatch();
                if ((i + 1) % ROWS_AT_ONCE == 0 || i + 1 == to) {
                    statement.executeBatch();
                }
            }
        }
    }

    private static String email(int i) {
        return "sale-%05d@bench.podo.dev".formatted(i);
    }

    private static Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + StackProcess.ofDatabase().port()
                        + "/podo_user?connectionTimeZone=UTC&rewriteBatchedStatements=true",
                "podo_user",
                StackProcess.environment("user").getProperty("PODO_DB_PASSWORD", ""));
    }
}
