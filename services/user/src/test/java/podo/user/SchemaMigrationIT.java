package podo.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.stack.junit.TestServers;
import podo.stack.server.Database;
import podo.starter.jdbc.SchemaMigration;

/** The job that migrates before a release ({@code stack/kubernetes/base/migrations.yaml}). */
class SchemaMigrationIT {

    private static final String SCHEMA = Database.schemaOf("migrated");

    @Test
    void migratesAnEmptySchemaByTheServicesSettingsAndChangesNothingTheSecondTime() throws SQLException {
        Database database = TestServers.database();
        database.open("migrated", "tests-only");
        migrate(database);
        List<String> migrations = migrations(database);
        assertThat(migrations)
                .contains("V1__accounts.sql")
                // of the shared locations in config-repo
                .anyMatch(script -> script.contains("idempotency"))
                .hasSizeGreaterThan(4);

        migrate(database);
        assertThat(migrations(database)).isEqualTo(migrations);
    }

    /** A process of the release before that starts again while the next one is rolled out, or after a way back. */
    @Test
    void startsOnASchemaThatALaterReleaseHasMigrated() throws SQLException {
        Database database = TestServers.database();
        database.open("migrated", "tests-only");
        migrate(database);
        List<String> migrations = migrations(database);
        // one of the service, and one of a folder that all services share, whose versions are lower
        record(database, "999", "V999__of_a_later_release.sql");
        record(database, "0.9", "V0_9__of_a_later_release.sql");

        migrate(database);

        assertThat(migrations(database)).hasSize(migrations.size() + 2);
    }

    private static void record(Database database, String version, String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into %1$s.flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    select max(installed_rank) + 1, '%2$s', 'of a later release', 'SQL', '%3$s', 1, 'test', 1, true
                    from %1$s.flyway_schema_history
                    """.formatted(SCHEMA, version, script));
        }
    }

    private static void migrate(Database database) {
        SchemaMigration.main(
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:" + database.port() + "/" + SCHEMA,
                "--spring.datasource.username=" + SCHEMA,
                "--spring.datasource.password=tests-only");
    }

    private static List<String> migrations(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select script from " + SCHEMA
                        + ".flyway_schema_history where success order by installed_rank")) {
            List<String> scripts = new ArrayList<>();
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
            return scripts;
        }
    }
}
