package podo.inventory.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Properties;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a figure was measured on, so that another can be compared with it.
 *
 * @param servers versions of database and Redis, and how durable a commit is; as far as they could be asked
 */
record BenchMachine(LocalDate date, String commit, String servers) {

    static final String UNKNOWN = "versions of the servers as the stack brings them";

    static BenchMachine with(JdbcClient jdbc, StringRedisTemplate redis) {
        String database = jdbc.sql("SELECT CONCAT(VERSION(), ', innodb_flush_log_at_trx_commit=',"
                        + " @@innodb_flush_log_at_trx_commit)")
                .query(String.class)
                .single();
        Properties server = redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("server"));
        return of("database " + database + "; Redis " + (server == null ? "?" : server.getProperty("redis_version")));
    }

    static BenchMachine of(String servers) {
        return new BenchMachine(LocalDate.now(ZoneOffset.UTC), commitNow(), servers);
    }

    private static String commitNow() {
        String commit = git("rev-parse", "--short", "HEAD");
        return git("status", "--porcelain", "--untracked-files=no", ":!*/docs").isEmpty()
                ? commit
                : commit + " and changes";
    }

    private static String git(String... words) {
        try {
            String[] command = new String[words.length + 1];
            command[0] = "git";
            System.arraycopy(words, 0, command, 1, words.length);
            Process process = new ProcessBuilder(command)
                    .directory(Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."))
                            .toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public String toString() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "Measured on %s at commit %s: %d cores, %d GiB, JDK %s; %s; client, database, Redis and Kafka on the same machine."
                .formatted(
                        date,
                        commit,
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                        Runtime.version().feature(),
                        servers);
    }
}
