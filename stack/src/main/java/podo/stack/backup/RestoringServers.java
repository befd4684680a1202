package podo.stack.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import podo.stack.backup.part.DatabaseLoad;
import podo.stack.backup.part.MessagesReplay;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.ProcessId;
import podo.stack.process.Program;
import podo.stack.server.Database;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;
import podo.stack.server.Redis;
import podo.stack.server.RedisAcl;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

/**
 * The servers on the data that are being restored. Their passwords are thrown away: the next {@code ./podo up} sets those of the restored
 * secrets.
 */
final class RestoringServers implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final StackFolders folders;
    private final StackSettings settings;
    private final Path data;
    private final RunFolder run;
    private final String password = UUID.randomUUID().toString();
    private final List<ManagedProcess> processes = new ArrayList<>();
    private @Nullable Database database;
    private @Nullable Redis redis;
    private @Nullable Kafka kafka;

    RestoringServers(StackFolders folders, StackSettings settings, Path data) {
        this.folders = folders;
        this.settings = settings;
        this.data = data;
        this.run = new RunFolder(folders);
    }

    /** @param secrets the restored ones: triggers belong to the services' accounts, which must exist before them */
    void start(String product, Path secrets) throws IOException {
        var newDatabase = product.equals("mysql")
                ? Database.mySql(data.resolve("mysql"), Ports.free(), password)
                : Database.mariaDb(data.resolve("mariadb"), Ports.free(), password);
        var newRedis = new Redis(data.resolve("redis"), Ports.free(), new RedisAcl(account -> password));
        var newKafka =
                new Kafka(data.resolve("kafka"), Ports.free(), Ports.free(), new KafkaAccounts(account -> password));
        List.of(newDatabase, newRedis, newKafka).forEach(this::manage);
        CompletableFuture.allOf(processes.stream()
                        .map(process -> CompletableFuture.runAsync(process::start, task -> new Thread(task).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        var passwords = read(secrets);
        ServiceModule.ALL.stream()
                .filter(service -> service.needs(ServiceModule.Need.DATABASE))
                .forEach(service -> newDatabase.open(
                        service.name(),
                        passwords.getOrDefault(
                                "PODO_DB_PASSWORD_"
                                        + service.name().toUpperCase().replace('-', '_'),
                                password)));
        database = newDatabase;
        redis = newRedis;
        kafka = newKafka;
    }

    private void manage(Program program) {
        // in the run folder, so that the next command ends what a killed restore left running
        processes.add(new ManagedProcess(
                program,
                folders.log("restore-" + program.name()),
                process -> run.write(new RunFolder.Entry(program.name(), ProcessId.of(process), 0, "restoring", 0))));
    }

    String redisSize() throws IOException {
        return started(redis).say("DBSIZE").replace(":", "");
    }

    void load(InputStream dump) throws SQLException, IOException {
        try (var connection = started(database).connect()) {
            DatabaseLoad.load(connection, dump);
        }
    }

    long publish(InputStream messages) throws IOException, InterruptedException {
        return MessagesReplay.publish(started(kafka), messages);
    }

    private static <T> T started(@Nullable T server) {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    /** Stops the servers in order, so that all is on the disk. */
    @Override
    public void close() {
        for (var process : processes) {
            process.stop(GRACE);
            run.delete(process.program().name());
        }
        processes.clear();
    }

    private Map<String, String> read(Path secrets) throws IOException {
        var values = new HashMap<String, String>();
        for (var line : Files.readAllLines(secrets)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(
                        line.substring(0, equals), settings.get(line.substring(0, equals), line.substring(equals + 1)));
            }
        }
        return values;
    }
}
