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

@OnPages
class StreamsIT {

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Autowired
    StringRedisTemplate redis;

    private Browser fan;

    @BeforeEach
    void ordinaryEvening() {
        OnPages.HOUSE.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void aWaitingPageHearsItsPlaceAndThenThePulse() throws IOException {
        try (var page = open("/events/2/queue/stream")) {
            await().atMost(10, SECONDS).until(() -> page.heard("event: me") && page.heard("\"number\":20000"));
            await().atMost(10, SECONDS).until(() -> page.heard("event: pulse") && page.heard("\"serving\":7600"));
        }
    }

    @Test
    void onePulsePerSecondServesAllPages() throws IOException {
        List<Open> pages = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pages.add(open("/events/2/queue/stream"));
        }
        await().atMost(10, SECONDS).until(() -> pages.stream().allMatch(page -> page.heard("event: pulse")));
        OnPages.HOUSE.wire().resetRequests();
        await().atMost(10, SECONDS).until(() -> pulses() >= 3);
        assertThat(pulses()).isLessThan(10);
        for (Open page : pages) {
            page.close();
        }
    }

    @Test
    void pagesThatWereDroppedAreForgotten() throws IOException {
        for (int i = 0; i < 20; i++) {
            open("/events/2/queue/stream").close();
        }
        await().atMost(90, SECONDS)
                .until(() -> meters.get("podo.web.streams").gauge().value() == 0);
    }

    @Test
    void seatsThatChangeAreToldTogetherAndInOrder() throws IOException {
        try (var page = open("/events/1/seats/stream")) {
            await().atMost(10, SECONDS).until(() -> page.heard("event: open"));
            await().atMost(10, SECONDS).until(() -> {
                redis.convertAndSend("podo:seats:1", "{\"v\":5,\"d\":\"7h,8h\"}");
                return page.heard("event: delta");
            });
            redis.convertAndSend("podo:seats:1", "{\"v\":11,\"d\":\"9h\"}");
            redis.convertAndSend("podo:seats:1", "{\"v\":12,\"d\":\"9s\"}");
            await().atMost(10, SECONDS).until(() -> page.heard("9s"));
        }
    }

    @Test
    void oneSubscriptionServesAllWhoWatchAndEachIsToldOfALostSeat() throws IOException {
        List<Open> pages = new ArrayList<>();
        pages.add(open("/events/6/seats/stream"));
        await().atMost(10, SECONDS).until(() -> pages.getFirst().heard("event: open"));
        assertThat(subscriptions("podo:seats:6")).isEqualTo(1);
        for (int i = 1; i < 50; i++) {
            pages.add(open("/events/6/seats/stream"));
        }
        await().atMost(30, SECONDS).until(() -> pages.stream().allMatch(page -> page.heard("event: open")));
        assertThat(subscriptions("podo:seats:6")).isEqualTo(1);

        for (int v = 1; v <= 3; v++) {
            String told = "{\"from\":" + v + ",\"v\":" + v + ",\"d\":\"" + v + "h\"}";
            redis.convertAndSend("podo:seats:6", "{\"v\":" + v + ",\"d\":\"" + v + "h\"}");
            await().pollInterval(10, MILLISECONDS)
                    .atMost(10, SECONDS)
                    .until(() -> pages.stream().allMatch(page -> page.heard(told)));
        }
        for (Open page : pages) {
            page.close();
        }
    }

    /** PUBSUB NUMSUB: how many connections listen to the channel. */
    @SuppressWarnings("unchecked")
    private long subscriptions(String channel) {
        Map<byte[], Long> listeners = redis.execute((RedisCallback<Map<byte[], Long>>)
                connection -> ((BaseRedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection())
                        .pubsubNumsub(channel.getBytes(StandardCharsets.UTF_8))
                        .toCompletableFuture()
                        .join());
        return listeners.values().stream().mapToLong(Long::longValue).sum();
    }

    private int pulses() {
        return OnPages.HOUSE
                .wire()
                .findAll(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                        com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo("/internal/rooms/2/pulse")))
                .size();
    }

    private Open open(String path) throws IOException {
        return new Open(new Socket("localhost", port), path, fan.cookie("PODO"));
    }

    /** One stream on a socket of its own, read by a thread of its own. */
    private static final class Open implements AutoCloseable {

        private final Socket socket;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Open(Socket socket, String path, String session) throws IOException {
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

        boolean heard(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
