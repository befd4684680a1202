package podo.stack.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.server.Database;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;
import podo.stack.server.Redis;
import podo.stack.server.RedisAcl;

/** The servers of this JVM's tests: each is started on first use, and a test may kill, freeze or restart it. */
public final class TestServers {
    private static final long ENOUGH_MEMORY = 6L << 30;
    private static final Path FOLDER = folder();
    private static final OrphanReaper ORPHAN_REAPER = OrphanReaper.over(FOLDER);
    private static final String ADMIN_PASSWORD = "tests-only";

    private static final Database DATABASE = "mysql".equals(System.getProperty("podo.db"))
            ? Database.mySql(FOLDER.resolve("db"), Ports.free(), ADMIN_PASSWORD)
            : Database.mariaDb(FOLDER.resolve("db"), Ports.free(), ADMIN_PASSWORD);
    private static final Redis REDIS =
            new Redis(FOLDER.resolve("redis"), Ports.free(), new RedisAcl(account -> "test-" + account));
    private static final Kafka KAFKA = new Kafka(
            FOLDER.resolve("kafka"), Ports.free(), Ports.free(), new KafkaAccounts(account -> "test-" + account));

    private static final Set<ManagedProcess> PROCESSES = Set.of(managed(DATABASE), managed(REDIS), managed(KAFKA));
    private static final Set<Program> STARTED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestServers::stopAll));
    }

    private TestServers() {}

    /** MariaDB, or MySQL with {@code -Dpodo.db=mysql}. */
    public static Database database() {
        start(Set.of(RealServer.DATABASE));
        return DATABASE;
    }

    public static Redis redis() {
        start(Set.of(RealServer.REDIS));
        return REDIS;
    }

    public static Kafka kafka() {
        start(Set.of(RealServer.KAFKA));
        return KAFKA;
    }

    /** The process of a server, to be killed, frozen, thawed or restarted; ports and data stay the same. */
    public static ManagedProcess process(RealServer server) {
        start(Set.of(server));
        return processOf(server);
    }

    /** Starts in parallel those that are not started yet and waits until they answer. */
    static synchronized void start(Collection<RealServer> wanted) {
        var starting = wanted.stream()
                .map(TestServers::processOf)
                .filter(process -> STARTED.add(process.program()))
                .map(process -> CompletableFuture.runAsync(process::start, task -> new Thread(task).start()))
                .toList();
        starting.forEach(CompletableFuture::join);
    }

    private static ManagedProcess processOf(RealServer server) {
        Program program = switch (server) {
            case DATABASE -> DATABASE;
            case REDIS -> REDIS;
            case KAFKA -> KAFKA;
        };
        return PROCESSES.stream()
                .filter(process -> process.program() == program)
                .findAny()
                .orElseThrow();
    }

    private static ManagedProcess managed(Program program) {
        return new ManagedProcess(program, FOLDER.resolve(program.name() + ".log"), ORPHAN_REAPER::watch);
    }

    private static void stopAll() {
        var stopping = PROCESSES.stream()
                .map(process ->
                        CompletableFuture.runAsync(() -> process.stop(Duration.ZERO), task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stopping).join();
    }

    /** In memory where there is enough of it: a MySQL that starts writes 500 MB, and a shared disk may be slow. */
    private static Path folder() {
        Path memory = Path.of("/dev/shm");
        try {
            boolean fits =
                    Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= ENOUGH_MEMORY;
            return fits
                    ? Files.createTempDirectory(memory, "podo-servers-")
                    : Files.createTempDirectory("podo-servers-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
