package podo.inventory.hold;

import java.util.Properties;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the servers have counted so far. */
record Gauges(long statements, long lockWaits, long redisCommands) {

    /** Where the servers are not asked. */
    static final Gauges NONE = new Gauges(0, 0, 0);

    static Gauges read(JdbcClient jdbc, StringRedisTemplate redis) {
        var stats = redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("stats"));
        return new Gauges(
                status(jdbc, "Questions"),
                status(jdbc, "Innodb_row_lock_waits"),
                stats == null ? 0 : Long.parseLong(stats.getProperty("total_commands_processed")));
    }

    Gauges since(Gauges before) {
        return new Gauges(
                statements - before.statements, lockWaits - before.lockWaits, redisCommands - before.redisCommands);
    }

    private static long status(JdbcClient jdbc, String name) {
        return jdbc.sql("SHOW GLOBAL STATUS LIKE '" + name + "'")
                .query((row, n) -> row.getLong("Value"))
                .single();
    }
}
