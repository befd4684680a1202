package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The number of Redis commands for a page that is open or requested again. */
@WebFrontendTest
class RedisLoadIT {

    private static final int TIMES = 20;

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn().accepting("application/json");
        fan.get("/events/2/queue/me");
    }

    @Test
    void aRepeatedRequestReadsTheSessionAndDoesNotWriteIt() {
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
        WebFrontendTest.SERVICES.server().resetRequests();
        long read = calls("hgetall");
        for (int i = 0; i < TIMES; i++) {
            assertThat(fan.firstLine("/events/2/queue/stream", "event: ")).isEqualTo("event: me");
            assertThat(fan.firstLine("/events/1/seats/stream", "event: ")).isEqualTo("event: open");
            assertThat(fan.get("/events/2/queue/me").body()).contains("\"number\":20000");
        }
        assertThat(calls("hgetall")).isEqualTo(read);
        WebFrontendTest.SERVICES
                .server()
                .verify(
                        2 * TIMES,
                        getRequestedFor(urlEqualTo("/internal/rooms/2/fans/7"))
                                .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void aWatchTokenOpensStreamsOnlyAndOnlyWithAValidSignature() {
        fan.get("/events/2/queue");
        String token = fan.cookie("podo-watch");
        redis.delete("podo:web:sessions:" + session()); // else the session would answer for a forged token
        assertThat(streamStatus(token, fan.cookie("PODO"))).isEqualTo(200);
        assertThat(streamStatus(token.replaceFirst("^7\\.", "8."), fan.cookie("PODO")))
                .isEqualTo(401);
        assertThat(streamStatus("7.1.x.1.9999999999.forged", fan.cookie("PODO")))
                .isEqualTo(401);
        Browser stranger = new Browser(port).accepting("application/json");
        stranger.cookie("podo-watch", token);
        for (String path : List.of("/events/2/queue", "/events/2/seats", "/tickets", "/events/2/queue/wish")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void whoeverCopiedAWatchTokenAloneCannotUseIt() {
        fan.get("/events/2/queue");
        assertThat(streamStatus(fan.cookie("podo-watch"), null)).isEqualTo(401);
        assertThat(streamStatus(fan.cookie("podo-watch"), "c29tZWJvZHktZWxzZQ=="))
                .isEqualTo(401);
    }

    @Test
    void logOutDeletesTheWatchTokenAndEndsItsCopies() {
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/tokens",
                200,
                Map.of("accessToken", "a", "refreshToken", "r", "expiresIn", 900, "logIn", "4711"));
        fan.accepting("text/html").get("/login?over");
        fan.post("/login", "email", "a@b.c", "password", "x");
        fan.get("/events/2/queue");
        String token = fan.cookie("podo-watch");
        String session = fan.cookie("PODO");
        assertThat(streamStatus(token, session)).isEqualTo(200);
        fan.post("/logout");
        assertThat(fan.cookie("podo-watch")).isEmpty();
        assertThat(streamStatus(token, session)).isEqualTo(401);
    }

    private int streamStatus(String token, String session) {
        Browser stranger = new Browser(port).accepting("application/json");
        stranger.cookie("podo-watch", token);
        if (session != null) {
            stranger.cookie("PODO", session);
        }
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
    void sessionKeysHaveThePodoPrefix() {
        assertThat(redis.hasKey("podo:web:sessions:" + session())).isTrue();
    }

    private String session() {
        return new String(
                java.util.Base64.getDecoder().decode(fan.cookie("PODO")), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How often Redis has executed this command. */
    private long calls(String command) {
        Properties stats = redis.execute((RedisCallback<Properties>)
                (RedisConnection connection) -> connection.serverCommands().info("commandstats"));
        String stat = stats == null ? null : stats.getProperty("cmdstat_" + command);
        return stat == null ? 0 : Long.parseLong(stat.replaceAll("calls=(\\d+),.*", "$1"));
    }
}
