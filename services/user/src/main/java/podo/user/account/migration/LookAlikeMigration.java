package podo.user.account.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.user.account.LookAlikeKey;

/**
 * Fills the look of the accounts that exist. In Java, because SQL knows no confusables. Of accounts that look alike the oldest gets the
 * look, and no further one can be opened; the others still log in.
 */
@Component
public class LookAlikeMigration implements JavaMigration {

    private record Row(long id, byte[] hash) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "fill look alikes";
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
        Set<String> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id, email FROM account WHERE look_alike_hash IS NULL ORDER BY id");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                String email = found.getString("email");
                if (seen.add(LookAlikeKey.appearanceOf(email))) {
                    rows.add(new Row(found.getLong("id"), LookAlikeKey.of(email)));
                }
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE account SET look_alike_hash = ? WHERE id = ?")) {
            for (Row row : rows) {
                update.setBytes(1, row.hash());
                update.setLong(2, row.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
