package podo.inventory.bench;

import java.util.Properties;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counters of the database and Redis. */
record ServerCounters(long statements, long lockWaits, long redisCommands) {

    /** Where the servers are not asked. */
    static final ServerCounters NONE = new ServerCounters(0, 0, 0);

    static ServerCounters read(JdbcClient jdbc, StringRedisTemplate redis) {
        var stats = redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("stats"));
        return new ServerCounters(
                status(jdbc, "Questions"),
                status(jdbc, "Innodb_row_lock_waits"),
                stats == null ? 0 : Long.parseLong(stats.getProperty("total_commands_processed")));
    }

    ServerCounters since(ServerCounters before) {
        return new ServerCounters(
                statements - before.statements, lockWaits - before.lockWaits, redisCommands - before.redisCommands);
    }

    private static long status(JdbcClient jdbc, String name) {
        return jdbc.sql("SHOW GLOBAL STATUS LIKE '" + name + "'")
                .query((row, n) -> row.getLong("Value"))
                .single();
    }
}
