package podo.stack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.Ports;
import podo.stack.server.KafkaAccounts;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

/**
 * The drill on the servers alone, without services: write, back up while a writer goes on, write on, destroy everything, restore. The
 * drill with services is {@code RestoreIT} in e2e.
 */
class BackupIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final String AWKWARD = "it's\n;\n\\ 포도 🍇 \u0000 \"x\"";

    @TempDir
    Path project;

    private final Map<String, String> environment = new HashMap<>();
    private Path file;

    @BeforeEach
    void arrange() {
        file = project.resolve("the.backup");
        environment.put("PODO_PROJECT", project.toString());
        environment.put("PODO_DB", System.getProperty("podo.db", "mariadb"));
        for (var variable :
                List.of("PODO_GATEWAY_PORT", "PODO_SIMULATOR_PORT", "PODO_REGISTRY_PORT", "PODO_CONFIG_PORT")) {
            environment.put(variable, Integer.toString(Ports.free()));
        }
    }

    @AfterEach
    void cleanUp() throws Exception {
        run(0, "podo.stack.supervisor.StackApplication", "down");
    }

    @Test
    void everythingUntilTheBackupIsThereAfterARestoreOnAnEmptyMachine() throws Exception {
        up();
        createTables();
        servers().redis().say("SET room:1 before");
        send("before", 5);
        consume("reservation-shows", 3);
        var secrets = Files.readString(project.resolve(".podo/secrets.env"));

        var writing = new AtomicBoolean(true);
        var writer = CompletableFuture.runAsync(() -> writePairs(writing));
        await().atMost(TIMEOUT).until(() -> count("podo_payment.pair") > 20);
        environment.put("PODO_BACKUP_PASSPHRASE", "grapes on the vine");
        run(0, BackupApplication.class.getName(), "backup", file.toString());
        servers().redis().say("SET room:1 after");
        send("after", 2);
        writing.set(false);
        writer.get(1, TimeUnit.MINUTES);
        var written = count("podo_payment.pair");

        run(0, "podo.stack.supervisor.StackApplication", "down");
        delete(project.resolve(".podo"));
        environment.remove("PODO_BACKUP_PASSPHRASE");
        assertThat(run(1, BackupApplication.class.getName(), "restore", file.toString()))
                .contains("PODO_BACKUP_PASSPHRASE");
        assertThat(project.resolve(".podo/data")).isEmptyDirectory();
        environment.put("PODO_BACKUP_PASSPHRASE", "grapes on the vine");
        run(0, BackupApplication.class.getName(), "restore", file.toString());

        assertThat(project.resolve(".podo/secrets.env")).content().isEqualTo(secrets);
        up();
        long restored = count("podo_payment.pair");
        assertThat(restored).isBetween(20L, written);
        assertThat(count("podo_reservation.pair"))
                .as("one moment for all schemas")
                .isEqualTo(restored);
        assertRows();
        assertThat(servers().redis().bulk("GET room:1")).isEqualTo("before");
        assertThat(consume("somebody", 2))
                .as("what the slowest group had not handled")
                .containsExactly("before 3", "before 4");
        assertThat(project.resolve(".podo/restored-from")).content().contains("T");
        assertThat(run(1, BackupApplication.class.getName(), "restore", file.toString()))
                .contains("down first");
    }

    @Test
    void nothingIsTouchedByABackupThatIsRefused() throws Exception {
        var data = Files.createDirectories(project.resolve(".podo/data/mariadb"));
        Files.writeString(data.resolve("ibdata1"), "mine");
        Files.writeString(file, "PODO-BACKUP 1 plain\n" + "x".repeat(500));

        assertThat(run(1, BackupApplication.class.getName(), "restore", file.toString(), "--replace"))
                .contains("cut off");
        assertThat(run(2, BackupApplication.class.getName(), "restore")).contains("usage");
        assertThat(run(1, BackupApplication.class.getName(), "backup", file.toString()))
                .contains("not running");
        assertThat(data.resolve("ibdata1")).content().isEqualTo("mine");
    }

    private void createTables() throws SQLException, IOException {
        try (var connection = servers().database().connect();
                var sql = connection.createStatement()) {
            for (var schema : List.of("podo_payment", "podo_reservation")) {
                sql.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
                sql.execute("CREATE TABLE " + schema + ".pair (id BIGINT NOT NULL PRIMARY KEY)");
            }
            sql.execute("CREATE USER podo_payment@localhost");
            sql.execute("""
                    CREATE TABLE podo_payment.ledger_entry (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, words VARCHAR(200) NULL,
                        hash BINARY(4) NULL, at DATETIME(6) NULL, letters BIGINT AS (CHAR_LENGTH(words)) STORED, big LONGTEXT NULL)""");
            sql.execute(
                    "CREATE DEFINER = podo_payment@localhost TRIGGER podo_payment.kept BEFORE DELETE ON podo_payment.ledger_entry"
                            + " FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only ever added to'");
            try (var insert = connection.prepareStatement(
                    "INSERT INTO podo_payment.ledger_entry (words, hash, at, big) VALUES (?, x'00FF1A27', '2026-12-12 10:00:00.123456', ?)")) {
                insert.setString(1, AWKWARD);
                insert.setString(2, "grape ".repeat(200_000));
                insert.executeUpdate();
            }
            sql.execute("INSERT INTO podo_payment.ledger_entry (words) VALUES (NULL)");
        }
    }

    private void assertRows() throws SQLException, IOException {
        try (var connection = servers().database().connect();
                var sql = connection.createStatement()) {
            try (var rows = sql.executeQuery(
                    "SELECT words, HEX(hash), CAST(at AS CHAR), letters, LENGTH(big) FROM podo_payment.ledger_entry ORDER BY id")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(AWKWARD);
                assertThat(rows.getString(2)).isEqualTo("00FF1A27");
                assertThat(rows.getString(3)).isEqualTo("2026-12-12 10:00:00.123456");
                assertThat(rows.getLong(4)).isEqualTo(AWKWARD.codePointCount(0, AWKWARD.length()));
                assertThat(rows.getLong(5)).isEqualTo(1_200_000);
                rows.next();
                assertThat(rows.getString(1)).isNull();
                assertThat(rows.getString(3)).isNull();
            }
            sql.execute("INSERT INTO podo_payment.ledger_entry (words) VALUES ('new')");
            try (var id = sql.executeQuery("SELECT MAX(id) FROM podo_payment.ledger_entry")) {
                id.next();
                assertThat(id.getLong(1))
                        .as("no number that may have been given")
                        .isGreaterThan(1_000_000);
            }
            var deleted = org.assertj.core.api.Assertions.catchThrowable(
                    () -> sql.execute("DELETE FROM podo_payment.ledger_entry"));
            assertThat(deleted).hasMessageContaining("only ever added to");
        }
    }

    /** Two schemas in one transaction: they agree at every moment. */
    private void writePairs(AtomicBoolean writing) {
        try (Connection connection = servers().database().connect();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; writing.get(); i++) {
                sql.execute("INSERT INTO podo_payment.pair VALUES (" + i + ")");
                sql.execute("INSERT INTO podo_reservation.pair VALUES (" + i + ")");
                connection.commit();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) throws SQLException, IOException {
        try (var connection = servers().database().connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void send(String word, int count) throws IOException {
        Map<String, Object> settings = new HashMap<>(servers().kafka().clientSettings(KafkaAccounts.OPERATOR));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>("podo.event", 1, "42", word + " " + i));
            }
        }
    }

    /** Reads so many messages and commits. */
    private List<String> consume(String group, int count) throws IOException {
        Map<String, Object> settings = new HashMap<>(servers().kafka().clientSettings(KafkaAccounts.OPERATOR));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 1);
        settings.put("enable.auto.commit", "false");
        var read = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("podo.event"));
            await().atMost(TIMEOUT).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> read.add(message.value()));
                return read.size() == count;
            });
            consumer.commitSync();
        }
        return read;
    }

    private RunningServers servers() throws IOException {
        var settings = new StackSettings(environment);
        return RunningServers.of(StackFolders.of(settings), settings);
    }

    private void up() throws IOException {
        Files.deleteIfExists(project.resolve(".podo/run/not-ready"));
        var supervisor = start("podo.stack.supervisor.StackApplication", "up");
        await().atMost(TIMEOUT).until(() -> {
            assertThat(supervisor.isAlive()).isTrue();
            return Files.exists(project.resolve(".podo/run/not-ready"));
        });
    }

    private String run(int expected, String... words) throws Exception {
        var process = start(words);
        assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        var output = Files.readString(project.resolve("output"), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(output).isEqualTo(expected);
        return output;
    }

    private Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                "target/classes:target/lib/*:target/servers/kafka/*"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("PODO_HOME");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(project.resolve("output").toFile())
                .start();
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
