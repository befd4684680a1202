package podo.stack.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import podo.stack.backup.file.BackupOutput;
import podo.stack.backup.part.DatabaseDump;
import podo.stack.backup.part.RedisSnapshot;
import podo.stack.backup.part.UndeliveredMessages;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.watch.Console;

/**
 * Takes a backup of the stack that is up. For a moment no commit goes through; in it the database's snapshot begins, Redis begins its own,
 * and Kafka's offsets are noted, so that the three fit together. Everything is read after it, while the shop sells.
 */
final class Backup {
    private final StackFolders folders;
    private final RunningServers servers;
    private final Console console;
    private final boolean simulator;

    Backup(StackFolders folders, RunningServers servers, Console console, boolean simulator) {
        this.folders = folders;
        this.servers = servers;
        this.console = console;
        this.simulator = simulator;
    }

    /** @param passphrase null for a file that is not encrypted */
    void write(Path file, char @Nullable [] passphrase)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var redis = new RedisSnapshot(servers.redis());
        try (var dump = new DatabaseDump(servers.database().connect());
                var messages = new UndeliveredMessages(servers.kafka())) {
            long databaseBytes = dump.size();
            long redisBytes = usedMemory();
            DiskSpace.require(
                    requireNonNull(file.toAbsolutePath().getParent()), (databaseBytes + redisBytes) / 2 + 20_000_000);
            try (var out = new BackupOutput(file, passphrase)) {
                messages.prepare();
                redis.awaitIdle();
                var takenAt = freeze(dump, redis, messages);
                write(
                        out,
                        "manifest.json",
                        entry -> new BackupManifest(
                                        takenAt, servers.database().name(), databaseBytes, redisBytes, simulator)
                                .write(entry));
                write(out, "secrets.env", entry -> Files.copy(folders.secrets(), entry));
                write(out, "redis.rdb", redis::write);
                write(out, "database.sql", entry -> dump.write(entry, schema -> console.say("  " + schema)));
                write(out, "messages.jsonl", entry -> console.say("  undelivered messages: " + messages.write(entry)));
                if (simulator) {
                    write(out, "simulator.jsonl", this::writeJournal);
                }
                out.finish();
                console.say(file + " is complete: " + DiskSpace.megabytes(out.size()) + ", everything until " + takenAt
                        + (passphrase == null ? "; not encrypted" : "; encrypted"));
            }
        }
    }

    private Instant freeze(DatabaseDump dump, RedisSnapshot redis, UndeliveredMessages messages)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        var began = System.nanoTime();
        dump.freeze();
        var takenAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            redis.begin();
            messages.mark();
        } finally {
            dump.thaw();
        }
        console.say("the moment is fixed; commits waited for "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        return takenAt;
    }

    private interface Part {
        void writeTo(OutputStream out) throws IOException, SQLException, InterruptedException;
    }

    private void write(BackupOutput out, String name, Part part)
            throws IOException, SQLException, InterruptedException {
        console.say(name);
        try (var entry = out.entry(name)) {
            part.writeTo(entry);
        }
    }

    /** The bank's journal; its last line may be half of one, which the simulator skips. */
    private void writeJournal(OutputStream out) throws IOException {
        var journal = SimulatorJournal.of(folders);
        if (Files.exists(journal)) {
            Files.copy(journal, out);
        }
    }

    private long usedMemory() throws IOException {
        return servers.redis()
                .bulk("INFO memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .findFirst()
                .orElse(0);
    }
}
