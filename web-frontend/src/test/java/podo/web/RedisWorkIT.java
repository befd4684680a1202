package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What Redis has to do for a page that is open, or that comes back. */
@OnPages
class RedisWorkIT {

    private static final int TIMES = 20;

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    private Browser fan;

    @BeforeEach
    void ordinaryEvening() {
        OnPages.HOUSE.reset();
        fan = new Browser(port).loggedIn().asking("application/json");
        fan.get("/events/2/queue/me");
    }

    @Test
    void aFanWhoComesBackIsReadAndNotWritten() {
        long written = calls("hmset") + calls("hset") + calls("pexpireat") + calls("exists");
        long read = calls("hgetall");
        for (int i = 0; i < TIMES; i++) {
            assertThat(fan.get("/events/2/queue/me").statusCode()).isEqualTo(200);
        }
        assertThat(calls("hmset") + calls("hset") + calls("pexpireat") + calls("exists"))
                .isEqualTo(written);
        assertThat(calls("hgetall") - read).isBetween((long) TIMES, 2L * TIMES);
    }

    @Test
    void filesNeedNoSession() {
        long read = calls("hgetall");
        for (int i = 0; i < TIMES; i++) {
            assertThat(fan.get("/assets/podo.css").statusCode()).isEqualTo(200);
        }
        assertThat(calls("hgetall")).isEqualTo(read);
    }

    @Test
    void sessionsStandUnderOurPrefix() {
        assertThat(redis.hasKey("podo:web:sessions:" + session())).isTrue();
    }

    private String session() {
        return new String(
                java.util.Base64.getDecoder().decode(fan.cookie("PODO")), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How often Redis has carried out this command. */
    private long calls(String command) {
        Properties stats = redis.execute((RedisCallback<Properties>)
                (RedisConnection connection) -> connection.serverCommands().info("commandstats"));
        String stat = stats == null ? null : stats.getProperty("cmdstat_" + command);
        return stat == null ? 0 : Long.parseLong(stat.replaceAll("calls=(\\d+),.*", "$1"));
    }
}
