package podo.event.show.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import podo.event.EventApplication;
import podo.event.EventIT;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.starter.redis.RedisChannelSubscriber;

/** A change through one instance is seen through another within a second: by a message, and without Redis because nothing is kept longer. */
class TwoInstancesIT extends EventIT {

    private static final Duration SAID = Duration.ofSeconds(1);

    @Autowired
    ConfigurableEnvironment environment;

    private ConfigurableApplicationContext other;

    @AfterEach
    void stopOther() {
        other.close();
    }

    @Test
    void theMessageEmptiesWhatTheOtherInstanceKeeps() throws Exception {
        start("podo.event.cache=1h");
        await().atMost(Duration.ofSeconds(30)).until(other.getBean(RedisChannelSubscriber.class)::isReceiving);
        String organiser = organiser();
        Map<String, Object> body = eventBody(smallVenue(organiser));
        long event = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + event + "/publish", Map.of());
        List<String> reads = List.of("/api/events/" + event, "/api/events?query=" + mark(body));
        for (String read : reads) {
            assertThat(readOther(read)).contains((String) body.get("title"), "\"price\":99000");
        }
        change(organiser, event, body, 50_000);
        assertSeenAfter(SAID, reads, "\"price\":50000");

        Map<String, Object> date =
                Map.of("startsAt", body.get("startsAt").toString().replaceFirst("^20..", "2030"));
        long second = post(organiser, "/api/events/" + event + "/performances", Map.of("performances", List.of(date)))
                .body()
                .path(0)
                .path("id")
                .asLong();
        post(organiser, "/api/events/" + second + "/publish", Map.of());
        assertSeenAfter(SAID, reads, "\"otherDates\":[{\"id\":" + second);

        post(organiser, "/api/events/" + event + "/cancel", Map.of());
        assertSeenAfter(SAID, reads, "CANCELLED");
    }

    @Test
    void withoutRedisNothingIsKeptLongerThanTheSetting() throws Exception {
        start("podo.event.cache=250ms");
        String organiser = organiser();
        Map<String, Object> body = eventBody(smallVenue(organiser));
        long event = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + event + "/publish", Map.of());
        List<String> reads = List.of("/api/events/" + event, "/api/events?query=" + mark(body));
        for (String read : reads) {
            assertThat(readOther(read)).contains("\"price\":99000");
        }
        var redis = TestServers.process(RealServer.REDIS);
        redis.stop(Duration.ofSeconds(5));
        try {
            change(organiser, event, body, 50_000);
            assertSeenAfter(SAID, reads, "\"price\":50000");
            post(organiser, "/api/events/" + event + "/cancel", Map.of());
            assertSeenAfter(SAID, reads, "CANCELLED");
        } finally {
            redis.start();
        }
    }

    private static String mark(Map<String, Object> body) {
        return ((String) body.get("title")).replace("Show ", "");
    }

    private void change(String organiser, long event, Map<String, Object> body, long vip) {
        body.put(
                "grades",
                List.of(
                        grade("VIP", vip, Map.of("section", "Main", "toRow", "A")),
                        grade("R", 66_000, Map.of("section", "Main", "fromRow", "B"))));
        assertThat(put(organiser, "/api/events/" + event, body).status()).isEqualTo(200);
    }

    /** A slow machine reads later than said, never earlier, so this cannot fail for slowness of the reads. */
    private void assertSeenAfter(Duration said, List<String> reads, String expected) throws Exception {
        long changed = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() - changed > said.toNanos());
        for (String read : reads) {
            assertThat(readOther(read)).as(read).contains(expected);
        }
    }

    private String readOther(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address =
                    URI.create("http://127.0.0.1:" + other.getEnvironment().getProperty("local.server.port") + path);
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private void start(String setting) {
        MapPropertySource servers =
                (MapPropertySource) environment.getPropertySources().get("podo real servers");
        assertThat(servers).isNotNull();
        other = new SpringApplicationBuilder(EventApplication.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("podo real servers", servers.getSource())))
                .properties(Map.of(
                        "server.port", 0,
                        "eureka.client.enabled", false,
                        "spring.cloud.discovery.enabled", false,
                        "spring.cloud.config.enabled", false,
                        "spring.jmx.enabled", false))
                .run("--" + setting);
    }
}
