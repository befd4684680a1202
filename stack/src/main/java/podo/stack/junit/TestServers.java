package podo.stack.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.server.Database;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;
import podo.stack.server.Redis;
import podo.stack.server.RedisAcl;
import podo.stack.server.RedisCluster;

/** The servers of this JVM's tests: each is started on first use, and a test may kill, freeze or restart it. */
public final class TestServers {
    private static final long ENOUGH_MEMORY = 6L << 30;
    private static final Path FOLDER = folder();
    private static final OrphanReaper ORPHAN_REAPER = OrphanReaper.over(FOLDER);
    private static final String ADMIN_PASSWORD = "tests-only";

    private static final Database DATABASE = "mysql".equals(System.getProperty("podo.db"))
            ? Database.mySql(FOLDER.resolve("db"), Ports.free(), ADMIN_PASSWORD)
            : Database.mariaDb(FOLDER.resolve("db"), Ports.free(), ADMIN_PASSWORD);
    private static final RedisAcl REDIS_ACL = new RedisAcl(account -> "test-" + account);
    private static final Redis REDIS = new Redis(FOLDER.resolve("redis"), Ports.free(), REDIS_ACL);
    private static final Kafka KAFKA = new Kafka(
            FOLDER.resolve("kafka"), Ports.free(), Ports.free(), new KafkaAccounts(account -> "test-" + account));

    /** A class of its own: its ports are taken and its processes exist where a test wants them only. */
    private static final class Cluster {
        static final RedisCluster REDIS = new RedisCluster(FOLDER, REDIS_ACL);
        static final List<ManagedProcess> NODES =
                REDIS.nodes().stream().map(TestServers::managed).toList();
    }

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

    /** A Redis Cluster, besides {@link #redis}. */
    public static RedisCluster redisCluster() {
        start(Set.of(RealServer.REDIS_CLUSTER));
        return Cluster.REDIS;
    }

    /** The processes of the cluster's nodes, in the order of {@link RedisCluster#nodes}. */
    public static List<ManagedProcess> redisNodes() {
        start(Set.of(RealServer.REDIS_CLUSTER));
        return Cluster.NODES;
    }

    /** Whether tests that want a Redis get a cluster: {@code -Dpodo.redis=cluster}. */
    public static boolean isRedisClustered() {
        return "cluster".equals(System.getProperty("podo.redis"));
    }

    public static Kafka kafka() {
        start(Set.of(RealServer.KAFKA));
        return KAFKA;
    }

    /**
     * The process of a server, to be killed, frozen, thawed or restarted; ports and data stay the same. A test that wants this of a Redis
     * that is a cluster is skipped.
     */
    public static ManagedProcess process(RealServer server) {
        if (server == RealServer.REDIS && isRedisClustered()) {
            throw new TestAbortedException("a cluster is no single process");
        }
        start(Set.of(server));
        return processOf(server);
    }

    /** Starts in parallel those that are not started yet and waits until they answer. */
    static synchronized void start(Collection<RealServer> wanted) {
        var isNewCluster = wanted.contains(RealServer.REDIS_CLUSTER)
                && !STARTED.contains(Cluster.NODES.getFirst().program());
        var starting = wanted.stream()
                .flatMap(server -> processesOf(server).stream())
                .filter(process -> STARTED.add(process.program()))
                .map(process -> CompletableFuture.runAsync(process::start, task -> new Thread(task).start()))
                .toList();
        starting.forEach(CompletableFuture::join);
        if (isNewCluster) {
            joinCluster();
        }
    }

    private static void joinCluster() {
        try {
            Cluster.REDIS.join();
            var deadline = Instant.now().plusSeconds(60);
            while (!Cluster.REDIS.isJoined()) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("the nodes of the Redis Cluster did not join");
                }
                Thread.sleep(50);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<ManagedProcess> processesOf(RealServer server) {
        return server == RealServer.REDIS_CLUSTER ? Cluster.NODES : List.of(processOf(server));
    }

    private static ManagedProcess processOf(RealServer server) {
        Program program = switch (server) {
            case DATABASE -> DATABASE;
            case REDIS -> REDIS;
            case KAFKA -> KAFKA;
            case REDIS_CLUSTER -> throw new IllegalArgumentException("see redisNodes()");
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
        var nodes = STARTED.stream().anyMatch(program -> program.name().startsWith("redis-"))
                ? Cluster.NODES
                : List.<ManagedProcess>of();
        var stopping = Stream.concat(PROCESSES.stream(), nodes.stream())
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
