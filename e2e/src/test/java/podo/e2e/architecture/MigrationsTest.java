package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podo.e2e.architecture.schema.SchemaChanges;

/**
 * While a release is rolled out, processes of the release before run on the schema of the new one, and after a way back they do so for long: a migration
 * only adds. What nothing reads any more is taken away in a later release, by a file with the line {@code -- contract: released in VERSION that no longer
 * reads it}. Migrations in Java are not read here.
 */
class MigrationsTest {

    private static final Pattern CONTRACT =
            Pattern.compile("(?m)^-- contract: released in \\S+ that no longer reads it$");
    /** Of the outbox library, which reads them by {@code SELECT *}. */
    private static final Pattern READ_WHOLE = Pattern.compile("(?i)ALTER\\s+TABLE\\s+`?outbox_\\w+`?[^;]*?\\bADD\\b");

    private static final List<String> SHARED = List.of("db/outbox", "db/idempotency");

    @Test
    void migrationsOnlyAdd() {
        List<String> takenAway = new ArrayList<>();
        for (Path module : SourceTree.modules()) {
            SchemaChanges schema = new SchemaChanges();
            for (Path file : migrationsOf(module)) {
                String sql = SourceTree.text(file);
                List<String> found = schema.apply(sql);
                if (!CONTRACT.matcher(sql).find()) {
                    found.forEach(loss -> takenAway.add(SourceTree.relative(file) + ": " + loss));
                }
            }
        }
        assertThat(takenAway).isEmpty();
    }

    /** One more column than the driver has prepared fails, see {@link QueriesTest}: a library that needs one comes with tables of its own. */
    @Test
    void tablesOfTheOutboxStayAsTheyAre() {
        assertThat(SourceTree.inModules("src/main/resources/db", ".sql"))
                .isNotEmpty()
                .noneMatch(file -> READ_WHOLE.matcher(SourceTree.text(file)).find());
        assertThat("ALTER TABLE outbox_record\n    ADD COLUMN x INT NULL;")
                .matches(sql -> READ_WHOLE.matcher(sql).find());
    }

    @Test
    void allMigrationsAreRead() {
        assertThat(SourceTree.modules().stream()
                        .filter(module -> !migrationsIn(module, "db/migration").isEmpty()))
                .extracting(module -> module.getFileName().toString())
                .containsExactlyInAnyOrder("user", "event", "inventory", "reservation", "payment", "notification");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE hold;                                              | table HOLD is dropped
            drop table if exists `hold`;                                  | table HOLD is dropped
            RENAME TABLE hold TO held;                                    | table HOLD TO HELD is renamed
            ALTER TABLE hold RENAME TO held;                              | table TO HELD is renamed
            ALTER TABLE hold DROP COLUMN fan_id;                          | column HOLD.FAN_ID is dropped
            ALTER TABLE hold ADD INDEX a (b), DROP fan_id;                | column HOLD.FAN_ID is dropped
            ALTER TABLE hold RENAME COLUMN fan_id TO fan;                 | column HOLD.FAN_ID TO FAN is renamed
            ALTER TABLE hold CHANGE fan_id fan BIGINT NOT NULL;           | column HOLD.FAN_ID is renamed
            ALTER TABLE hold MODIFY fan_id INT NOT NULL;                  | column HOLD.FAN_ID gets narrower
            ALTER TABLE hold MODIFY COLUMN seats VARCHAR(99) NOT NULL;    | column HOLD.SEATS gets narrower
            ALTER TABLE hold CHANGE seats seats VARCHAR(99) NOT NULL;     | column HOLD.SEATS gets narrower
            ALTER TABLE hold MODIFY seats BIGINT NOT NULL;                | column HOLD.SEATS has another type
            ALTER TABLE hold MODIFY ends DATETIME NULL;                   | column HOLD.ENDS gets narrower
            ALTER TABLE hold MODIFY seats VARCHAR(100) CHARACTER SET ascii NOT NULL; | column HOLD.SEATS takes ASCII only
            ALTER TABLE hold MODIFY note TEXT NOT NULL;                   | column HOLD.NOTE is no longer nullable
            ALTER TABLE hold MODIFY areas VARCHAR(100) NOT NULL;          | column HOLD.AREAS loses its default
            ALTER TABLE hold ALTER COLUMN areas DROP DEFAULT;             | column HOLD.AREAS loses its default
            ALTER TABLE hold MODIFY nowhere INT NULL;                     | column HOLD.NOWHERE is changed, and no file says what it was
            ALTER TABLE hold ADD COLUMN gate INT NOT NULL;                | column HOLD.GATE is added without a default
            ALTER TABLE hold ADD gate VARCHAR(9) NOT NULL COMMENT 'x, y'; | column HOLD.GATE is added without a default
            ALTER TABLE hold ADD a INT NULL, ADD COLUMN gate INT NOT NULL AFTER a; | column HOLD.GATE is added without a default
            ALTER TABLE hold ADD (a INT NULL, gate INT NOT NULL);         | column HOLD.GATE is added without a default
            """)
    void whatTakesSomethingAwayIsFound(String sql, String found) {
        assertThat(holds().apply(sql)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE hold ADD COLUMN gate INT NOT NULL DEFAULT 0;",
                "ALTER TABLE hold ADD COLUMN gate VARCHAR(60) CHARACTER SET ascii NULL AFTER note, ADD INDEX gate (gate);",
                "ALTER TABLE hold ADD COLUMN twice BIGINT NOT NULL AS (2 * fan_id) STORED;",
                "ALTER TABLE hold MODIFY seats VARCHAR(1000) NOT NULL, MODIFY areas TEXT NULL, MODIFY note MEDIUMTEXT NULL;",
                "ALTER TABLE hold MODIFY areas VARCHAR(200) NOT NULL DEFAULT 'none; (all), -- yes';",
                "ALTER TABLE hold DROP INDEX fan, DROP KEY ends, RENAME INDEX a TO b, DROP CONSTRAINT one, ADD UNIQUE KEY c (d);",
                "CREATE TABLE gate (id BIGINT NOT NULL, name VARCHAR(60) NOT NULL, PRIMARY KEY (id));",
                "CREATE TABLE gate (id BIGINT NOT NULL); ALTER TABLE gate ADD COLUMN name VARCHAR(60) NOT NULL; DROP TABLE gate;",
                "-- DROP TABLE hold;\n/* DROP TABLE hold; */ INSERT INTO hold (note) VALUES ('x; DROP TABLE hold; y');",
                "DROP TRIGGER hold_is_not_changed//\nCREATE TRIGGER a BEFORE DELETE ON hold FOR EACH ROW BEGIN SET @a = 1; END//"
            })
    void whatOnlyAddsIsNot(String sql) {
        assertThat(holds().apply(sql)).isEmpty();
    }

    @Test
    void aFileThatTakesAwaySaysInWhichReleaseTheLastReaderWent() {
        assertThat("-- contract: released in release-1.4 that no longer reads it\nDROP TABLE hold;")
                .matches(sql -> CONTRACT.matcher(sql).find());
        assertThat("DROP TABLE hold; -- contract: soon")
                .matches(sql -> !CONTRACT.matcher(sql).find());
    }

    private static SchemaChanges holds() {
        SchemaChanges schema = new SchemaChanges();
        schema.apply("""
                CREATE TABLE hold (
                    id     BIGINT NOT NULL AUTO_INCREMENT,
                    fan_id BIGINT NOT NULL,
                    seats  VARCHAR(100) CHARACTER SET utf8mb4 NOT NULL, -- ids, in order; not prices
                    areas  VARCHAR(100) NOT NULL DEFAULT '',
                    note   TEXT NULL,
                    ends   DATETIME(3) NULL,
                    PRIMARY KEY (id),
                    KEY fan (fan_id, ends)
                );
                """);
        return schema;
    }

    /** In the order in which Flyway applies them to an empty schema, those that all services share first. */
    private static List<Path> migrationsOf(Path module) {
        List<Path> files = new ArrayList<>();
        for (String shared : SHARED) {
            SourceTree.modules().forEach(other -> files.addAll(migrationsIn(other, shared)));
        }
        files.addAll(migrationsIn(module, "db/migration"));
        return files;
    }

    private static List<Path> migrationsIn(Path module, String folder) {
        return SourceTree.files(module.resolve("src/main/resources").resolve(folder), ".sql").stream()
                .sorted(Comparator.comparing(MigrationsTest::versionOf, Arrays::compare))
                .toList();
    }

    /** {@code V0_2__outbox.sql} is 0.2; a repeatable file comes last. */
    private static int[] versionOf(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("V")
                ? Arrays.stream(name.substring(1, name.indexOf("__")).split("[_.]"))
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : new int[] {Integer.MAX_VALUE};
    }
}
