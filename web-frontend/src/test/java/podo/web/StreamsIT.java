package podo.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.api.async.BaseRedisAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.TestRedis;

@WebFrontendTest
class StreamsIT {

    private static final StringRedisTemplate REDIS = TestRedis.template();

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void aWaitingPageReceivesItsPlaceAndThenTheLineStatus() throws IOException {
        try (var page = open("/events/2/queue/stream")) {
            await().atMost(10, SECONDS).until(() -> page.received("event: me") && page.received("\"number\":20000"));
            await().atMost(10, SECONDS).until(() -> page.received("event: pulse") && page.received("\"serving\":7600"));
        }
    }

    @Test
    void oneStatusRequestPerSecondServesAllPages() throws IOException {
        List<OpenStream> pages = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pages.add(open("/events/2/queue/stream"));
        }
        await().atMost(10, SECONDS).until(() -> pages.stream().allMatch(page -> page.received("event: pulse")));
        WebFrontendTest.SERVICES.server().resetRequests();
        await().atMost(10, SECONDS).until(() -> statusRequests() >= 3);
        assertThat(statusRequests()).isLessThan(10);
        for (OpenStream page : pages) {
            page.close();
        }
    }

    @Test
    void disconnectedPagesAreRemoved() throws IOException {
        for (int i = 0; i < 20; i++) {
            open("/events/2/queue/stream").close();
        }
        await().atMost(90, SECONDS)
                .until(() -> meters.get("podo.web.streams").gauge().value() == 0);
    }

    @Test
    void changedSeatsAreSentTogetherAndInOrder() throws IOException {
        try (var page = open("/events/1/seats/stream")) {
            await().atMost(10, SECONDS).until(() -> page.received("event: open"));
            await().atMost(10, SECONDS).until(() -> {
                REDIS.convertAndSend("podo:seats:1", "{\"v\":5,\"d\":\"7h,8h\"}");
                return page.received("event: delta");
            });
            REDIS.convertAndSend("podo:seats:1", "{\"v\":11,\"d\":\"9h\"}");
            REDIS.convertAndSend("podo:seats:1", "{\"v\":12,\"d\":\"9s\"}");
            await().atMost(10, SECONDS).until(() -> page.received("9s"));
        }
    }

    @Test
    void oneSubscriptionServesAllPagesAndEachReceivesALostSeat() throws IOException {
        List<OpenStream> pages = new ArrayList<>();
        pages.add(open("/events/6/seats/stream"));
        await().atMost(10, SECONDS).until(() -> pages.getFirst().received("event: open"));
        assertThat(subscriptions("podo:seats:6")).isEqualTo(1);
        for (int i = 1; i < 50; i++) {
            pages.add(open("/events/6/seats/stream"));
        }
        await().atMost(30, SECONDS).until(() -> pages.stream().allMatch(page -> page.received("event: open")));
        assertThat(subscriptions("podo:seats:6")).isEqualTo(1);

        for (int v = 1; v <= 3; v++) {
            String told = "{\"from\":" + v + ",\"v\":" + v + ",\"d\":\"" + v + "h\"}";
            REDIS.convertAndSend("podo:seats:6", "{\"v\":" + v + ",\"d\":\"" + v + "h\"}");
            await().pollInterval(10, MILLISECONDS)
                    .atMost(10, SECONDS)
                    .until(() -> pages.stream().allMatch(page -> page.received(told)));
        }
        for (OpenStream page : pages) {
            page.close();
        }
    }

    /** The number of connections that subscribe to the channel (PUBSUB NUMSUB). */
    @SuppressWarnings("unchecked")
    private long subscriptions(String channel) {
        Map<byte[], Long> listeners = REDIS.execute((RedisCallback<Map<byte[], Long>>)
                connection -> ((BaseRedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection())
                        .pubsubNumsub(channel.getBytes(StandardCharsets.UTF_8))
                        .toCompletableFuture()
                        .join());
        return listeners.values().stream().mapToLong(Long::longValue).sum();
    }

    private int statusRequests() {
        return WebFrontendTest.SERVICES
                .server()
                .findAll(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                        com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo("/internal/rooms/2/pulse")))
                .size();
    }

    private OpenStream open(String path) throws IOException {
        return new OpenStream(new Socket("localhost", port), path, fan.cookie("PODO"));
    }

    /** One stream on its own socket, read by its own thread. */
    private static final class OpenStream implements AutoCloseable {

        private final Socket socket;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        OpenStream(Socket socket, String path, String session) throws IOException {
            this.socket = socket;
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: PODO="
                                    + session + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.startVirtualThread(() -> {
                try (var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                    in.lines().forEach(lines::add);
                } catch (IOException | java.io.UncheckedIOException e) {
                    lines.add("closed");
                }
            });
        }

        boolean received(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
