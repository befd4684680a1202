package podo.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import redis.embedded.RedisServer;

/** A Redis that freezes, or dies and comes back with its data: pages show an outage meanwhile, and the session goes on. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RedisOutageIT.Start.class)
class RedisOutageIT {

    private static final List<String> PAGES =
            List.of("/events/2/queue", "/events/1/seats?view=list", "/events/1", "/tickets");
    private static final int REDIS = freePort();
    private static RedisServer redis;

    @LocalServerPort
    int port;

    private Browser fan;
    private String session;

    static class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                redis = RedisServer.builder()
                        .port(REDIS)
                        .setting("save \"\"")
                        .setting("appendonly yes")
                        .setting("appendfsync always")
                        .setting("dir " + Files.createTempDirectory("redis-away"))
                        .build();
                redis.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            TestPropertyValues.of(WebFrontendTest.SERVICES.properties())
                    .and(
                            "spring.data.redis.port=" + REDIS,
                            "spring.data.redis.username=",
                            "podo.web.catalogue-kept=0s",
                            "podo.web.pages-kept=0s")
                    .applyTo(context);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        redis.stop();
    }

    @BeforeEach
    void aFanInside() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        session = fan.cookie("PODO");
        assertAllPagesAreServed();
    }

    @Test
    void whileRedisIsFrozenPagesShowTheOutageAndThenGoOnWithTheSameSession() throws Exception {
        String process = process();
        signal("-STOP", process);
        try {
            assertAllShowTheOutage();
            // polling for the place reads no session and goes on
            assertThat(fan.accepting("application/json")
                            .get("/events/2/queue/me")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(fan.get("/events/2/queue/wish").statusCode()).isEqualTo(503);
        } finally {
            signal("-CONT", process);
        }
        fan.accepting("text/html");
        await().atMost(60, SECONDS).until(() -> fan.get("/tickets").statusCode() == 200);
        assertAllPagesAreServed();
    }

    @Test
    void whenRedisDiesPagesShowTheOutageAndThenGoOnWithTheSameSession() throws IOException {
        redis.stop();
        assertAllShowTheOutage();
        redis.start();
        await().atMost(60, SECONDS).until(() -> fan.get("/tickets").statusCode() == 200);
        assertAllPagesAreServed();
    }

    private void assertAllShowTheOutage() {
        for (String page : PAGES) {
            Instant asked = Instant.now();
            assertShowsTheOutage(page, fan.get(page));
            // one failed read of 2 s per request, not several
            assertThat(Duration.between(asked, Instant.now())).as(page).isLessThan(Duration.ofMillis(3_900));
        }
    }

    private void assertAllPagesAreServed() {
        for (String page : PAGES) {
            assertThat(fan.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(fan.cookie("PODO")).isEqualTo(session);
    }

    private static void assertShowsTheOutage(String page, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(page + ": " + answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .as(page)
                .contains("One moment, please", "href=\"" + page + "\"")
                .containsPattern("<meta http-equiv=\"refresh\" content=\"([5-9]|10)\">");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                .as(page)
                .isBetween(5L, 10L);
        assertThat(answer.headers().allValues("Set-Cookie").toString()).as(page).doesNotContain("PODO=", "JSESSIONID");
    }

    private static String process() throws IOException {
        try (Socket console = new Socket("127.0.0.1", REDIS)) {
            console.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            String info = new String(console.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return info.replaceAll("(?s).*process_id:(\\d+).*", "$1");
        }
    }

    private static void signal(String signal, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, process).start().waitFor())
                .isZero();
    }

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
