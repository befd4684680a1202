package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
            assertThat(fan.get("/events/2/queue").statusCode()).isEqualTo(200);
        }
        assertThat(calls("hmset") + calls("hset") + calls("pexpireat") + calls("exists"))
                .isEqualTo(written);
        assertThat(calls("hgetall") - read).isEqualTo(TIMES);
    }

    @Test
    void aPageThatComesBackToItsStreamOrAsksForItsPlaceReadsNoSession() {
        fan.get("/events/2/queue");
        OnPages.HOUSE.wire().resetRequests();
        long read = calls("hgetall");
        for (int i = 0; i < TIMES; i++) {
            assertThat(fan.firstOf("/events/2/queue/stream", "event: ")).isEqualTo("event: me");
            assertThat(fan.firstOf("/events/1/seats/stream", "event: ")).isEqualTo("event: open");
            assertThat(fan.get("/events/2/queue/me").body()).contains("\"number\":20000");
        }
        assertThat(calls("hgetall")).isEqualTo(read);
        OnPages.HOUSE
                .wire()
                .verify(
                        2 * TIMES,
                        getRequestedFor(urlEqualTo("/internal/rooms/2/fans/7"))
                                .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void aWristbandWatchesOnlyAndOnlyIfItIsOurs() {
        fan.get("/events/2/queue");
        String band = fan.cookie("podo-watch");
        assertThat(watching(band)).isEqualTo(200);
        assertThat(watching(band.replaceFirst("^7\\.", "8."))).isEqualTo(401);
        assertThat(watching("7.1.9999999999.forged")).isEqualTo(401);
        Browser stranger = new Browser(port).asking("application/json");
        stranger.cookie("podo-watch", band);
        for (String path : List.of("/events/2/queue", "/events/2/seats", "/tickets", "/events/2/queue/wish")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void whoLogsOutLeavesTheWristbandBehind() {
        fan.get("/events/2/queue");
        assertThat(fan.cookie("podo-watch")).isNotEmpty();
        fan.asking("text/html").get("/events/2/queue");
        fan.post("/logout");
        assertThat(fan.cookie("podo-watch")).isEmpty();
    }

    private int watching(String band) {
        Browser stranger = new Browser(port).asking("application/json");
        stranger.cookie("podo-watch", band);
        return stranger.status("/events/2/queue/stream");
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
