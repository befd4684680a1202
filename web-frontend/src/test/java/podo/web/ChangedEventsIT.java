package podo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.contracts.RedisChannels;
import podo.starter.redis.RedisChannelSubscriber;
import redis.embedded.RedisServer;

/**
 * Two front ends and a change that neither of them made: both show it within a second, to fans and to anybody. One keeps for an hour, so
 * only the message of the event service can tell it; the other keeps for the usual time, which is the bound when Redis is away.
 */
class ChangedEventsIT {

    private static final Duration SAID = Duration.ofSeconds(1);

    private static RedisServer redis;
    private static int redisPort;
    private static ConfigurableApplicationContext forAnHour;
    private static ConfigurableApplicationContext asUsual;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            redisPort = free.getLocalPort();
        }
        redis = RedisServer.builder().port(redisPort).setting("save \"\"").build();
        redis.start();
        forAnHour = frontEnd("1h");
        asUsual = frontEnd("250ms");
    }

    @AfterAll
    static void stop() throws IOException {
        forAnHour.close();
        asUsual.close();
        redis.stop();
    }

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void theMessageEmptiesWhatIsKept() {
        await().atMost(Duration.ofSeconds(60)).until(forAnHour.getBean(RedisChannelSubscriber.class)::isReceiving);
        List<Browser> kept = List.of(new Browser(port(forAnHour)), new Browser(port(forAnHour)).loggedIn());
        List<Browser> all = Stream.concat(kept.stream(), Stream.of(new Browser(port(asUsual))))
                .toList();
        all.forEach(reader -> assertShows(reader, "Moonrise Tour"));
        change("Sunrise Tour", "ON_SALE");
        kept.forEach(reader -> assertShows(reader, "Moonrise Tour"));
        asUsual.getBean(StringRedisTemplate.class).convertAndSend(RedisChannels.EVENTS_CHANGED, "1");
        afterSaid(() -> all.forEach(reader -> assertShows(reader, "Sunrise Tour")));
    }

    @Test
    void withoutRedisNothingIsKeptLongerThanSaid() throws IOException {
        Browser reader = new Browser(port(asUsual));
        assertThat(reader.get("/events/1").body()).contains("/events/1/queue");
        redis.stop();
        try {
            change("Moonrise Tour", "CANCELLED");
            afterSaid(() -> {
                assertThat(reader.get("/events/1").body()).doesNotContain("/events/1/queue");
                assertThat(reader.get("/").body()).contains("Sold out, over or cancelled");
            });
        } finally {
            redis.start();
        }
    }

    private static ConfigurableApplicationContext frontEnd(String kept) {
        Map<String, Object> properties = new LinkedHashMap<>(WebFrontendTest.SERVICES.properties());
        properties.put("server.port", 0);
        properties.put("spring.jmx.enabled", false);
        properties.put("spring.data.redis.port", redisPort);
        properties.put("spring.data.redis.username", "");
        properties.put("podo.web.catalogue-kept", kept);
        properties.put("podo.web.pages-kept", kept);
        return new SpringApplicationBuilder(WebFrontendApplication.class)
                .run(properties.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext frontEnd) {
        return Integer.parseInt(Objects.requireNonNull(frontEnd.getEnvironment().getProperty("local.server.port")));
    }

    private static void assertShows(Browser reader, String title) {
        assertThat(reader.get("/events/1").body()).contains(title);
        assertThat(reader.get("/").body()).contains(title);
    }

    private static void change(String title, String status) {
        var shows = FanStubs.shows(Instant.now());
        shows.getFirst().put("title", title);
        shows.getFirst().put("status", status);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, shows.getFirst());
        WebFrontendTest.SERVICES.answer("GET", "/api/events", 200, FakeServices.page(shows));
    }

    /** A slow machine reads later than said, never earlier. */
    private static void afterSaid(Runnable reads) {
        long changed = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() - changed > SAID.toNanos());
        reads.run();
    }
}
