package podo.stack.backup.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import podo.stack.server.Redis;

/** All of Redis as it was at one moment, in Redis's own format (RDB): lines, sessions, limits. */
public final class RedisSnapshot {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** How an append-only file is named whose base is a snapshot. */
    private static final String BASE = "appendonly.aof.1.base.rdb";

    private static final String INCREMENT = "appendonly.aof.1.incr.aof";

    private final Redis redis;

    public RedisSnapshot(Redis redis) {
        this.redis = redis;
    }

    /** Waits until Redis writes neither a snapshot nor its append-only file anew. */
    public void awaitIdle() throws IOException, InterruptedException {
        await("rdb_bgsave_in_progress:0", "aof_rewrite_in_progress:0");
    }

    /** The snapshot shows the moment of this call; Redis writes it in the background. */
    public void begin() throws IOException {
        var reply = redis.say("BGSAVE");
        if (!reply.startsWith("+Background saving started")) {
            throw new IOException("Redis takes no snapshot: " + reply);
        }
    }

    /** Copies the snapshot once it is written, and deletes Redis's own file. */
    public void write(OutputStream out) throws IOException, InterruptedException {
        await("rdb_bgsave_in_progress:0");
        if (!redis.bulk("INFO persistence").contains("rdb_last_bgsave_status:ok")) {
            throw new IOException("Redis could not write its snapshot; see its log (is its disk full?)");
        }
        var file = redis.folder().resolve("dump.rdb");
        Files.copy(file, out);
        Files.delete(file);
    }

    /** Lays a snapshot out as the base of the append-only file that Redis reads at its next start. */
    public static void layOut(InputStream snapshot, Path folder) throws IOException {
        var files = Files.createDirectories(folder.resolve("appendonlydir"));
        Files.copy(snapshot, files.resolve(BASE));
        Files.createFile(files.resolve(INCREMENT));
        Files.writeString(
                files.resolve("appendonly.aof.manifest"),
                "file " + BASE + " seq 1 type b\nfile " + INCREMENT + " seq 1 type i\n");
    }

    private void await(String... states) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!containsAll(redis.bulk("INFO persistence"), states)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "Redis is still busy with its own files after " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(50);
        }
    }

    private static boolean containsAll(String info, String... states) {
        for (var state : states) {
            if (!info.contains(state + "\r\n")) {
                return false;
            }
        }
        return true;
    }
}
