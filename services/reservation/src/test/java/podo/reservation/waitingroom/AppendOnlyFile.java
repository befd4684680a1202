package podo.reservation.waitingroom;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Properties;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis's file on disk. On a busy disk it may be a moment behind; what a kill loses then is for receipts, and tested apart. */
final class AppendOnlyFile {

    private AppendOnlyFile() {}

    static void awaitWritten(StringRedisTemplate redis) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Properties info = redis.execute((RedisCallback<Properties>)
                    connection -> connection.serverCommands().info("persistence"));
            return "0".equals(info.getProperty("aof_buffer_length"));
        });
    }
}
