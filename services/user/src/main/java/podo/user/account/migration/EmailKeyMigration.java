package podo.user.account.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.user.account.EmailKey;

/**
 * Unifies the keys of accounts that were opened when spellings still counted. In Java, because SQL knows no Punycode. Of two accounts
 * that turn out to have the same address the older gets the key; the younger keeps its own and still logs in as it is spelled.
 */
@Component
public class EmailKeyMigration implements JavaMigration {

    private static final String NON_ASCII =
            "SELECT id, email, email_key FROM account WHERE email_key REGEXP '[^ -~]' ORDER BY id";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1.1");
    }

    @Override
    public String getDescription() {
        return "unify email keys";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Map<Long, String> unified = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(NON_ASCII);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String key = EmailKey.of(rows.getString("email"));
                if (!key.equals(rows.getString("email_key"))) {
                    unified.put(rows.getLong("id"), key);
                }
            }
        }
        for (Map.Entry<Long, String> row : unified.entrySet()) {
            if (!isTaken(connection, row.getValue())) {
                replaceKey(connection, row.getKey(), row.getValue());
            }
        }
    }

    private static boolean isTaken(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM account WHERE email_key = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void replaceKey(Connection connection, long id, String key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE account SET email_key = ? WHERE id = ?")) {
            update.setString(1, key);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }
}
