package podo.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.junit.jupiter.api.Test;
import podo.starter.sse.SseConnection;
import podo.starter.sse.StreamLimit;
import podo.web.live.StreamBroadcaster.Topic;

/** A front end that drains. */
class StreamBroadcasterTest {

    private static final int PAGES = 200;
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-12-01T20:00:00Z");

    private final AtomicInteger places = new AtomicInteger();
    private Instant now = START;
    private final StreamBroadcaster broadcaster = new StreamBroadcaster(limit(), clock(), new SimpleMeterRegistry());

    @Test
    void pagesAreToldToMoveOverTheWholeTimeAndTheirStreamsEndAfterThat() throws Exception {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            pages.add(open(i % 3));
        }
        assertThat(broadcaster.isDrained()).isFalse();

        long began = System.nanoTime();
        broadcaster.beginDrain(WITHIN);

        await().atMost(SOON).until(broadcaster::isDrained);
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.told).isGreaterThan(0);
            // time to open the next stream first
            assertThat(Duration.ofNanos(page.closed - page.told)).isGreaterThan(Duration.ofMillis(2_500));
        });
        List<Duration> after = pages.stream()
                .map(page -> Duration.ofNanos(page.told - began))
                .sorted(Comparator.naturalOrder())
                .toList();
        // a machine that is busy makes them later, never earlier
        assertThat(after.getLast()).isGreaterThan(WITHIN.multipliedBy(3).dividedBy(4));
        assertThat(after.get(PAGES / 4)).isGreaterThan(WITHIN.dividedBy(8));
        assertThat(after.get(PAGES * 3 / 4)).isGreaterThan(WITHIN.dividedBy(2));
    }

    @Test
    void aPageThatStillComesGetsItsFirstEventsAndIsToldToMoveAtOnce() throws Exception {
        broadcaster.beginDrain(WITHIN);
        assertThat(broadcaster.isDrained()).isTrue();

        Page late = open(1);

        await().atMost(SOON).until(() -> late.received.toString().contains("event: me"));
        broadcaster.endExpired();
        await().atMost(SOON).until(() -> late.told > 0);
        assertThat(late.closed).isZero();
        now = START.plusSeconds(3);
        broadcaster.endExpired();
        await().atMost(SOON).until(broadcaster::isDrained);
    }

    @Test
    void noPageIsToldToMoveBefore() throws Exception {
        Page page = open(1);

        now = START.plusSeconds(89);
        broadcaster.endExpired();
        broadcaster.sendHeartbeats();

        await().atMost(SOON).until(() -> page.received.toString().endsWith(":\n\n"));
        assertThat(page.told).isZero();
        assertThat(broadcaster.isDrained()).isFalse();
    }

    private Page open(long event) throws Exception {
        Page page = new Page();
        HttpServletRequest request = mock();
        when(request.getMethod()).thenReturn("GET");
        when(request.upgrade(SseConnection.class)).thenReturn(page.connection);
        HttpServletResponse response = mock();
        broadcaster.open(new Topic("line", event), () -> Map.of("me", "{}"), request, response);
        page.connection.init(mock());
        return page;
    }

    private StreamLimit limit() {
        StreamLimit limit = mock();
        when(limit.enter()).thenAnswer(call -> {
            places.incrementAndGet();
            return (Runnable) places::decrementAndGet;
        });
        when(limit.open()).thenAnswer(call -> places.get());
        return limit;
    }

    private Clock clock() {
        Clock clock = mock();
        when(clock.instant()).thenAnswer(call -> now);
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
        return clock;
    }

    /** The browser's end of one stream. */
    private static final class Page {

        private final SseConnection connection = new SseConnection();
        private final StringBuffer received = new StringBuffer();
        private volatile long told;
        private volatile long closed;

        private Page() throws Exception {
            SocketWrapperBase<?> socket = mock();
            doAnswer(call -> take(
                            new String(call.<byte[]>getArgument(1), 0, call.getArgument(3), StandardCharsets.UTF_8)))
                    .when(socket)
                    .write(anyBoolean(), any(byte[].class), anyInt(), anyInt());
            doAnswer(call -> {
                        closed = System.nanoTime();
                        return null;
                    })
                    .when(socket)
                    .close();
            connection.setSocketWrapper(socket);
        }

        private Void take(String text) {
            received.append(text);
            if (text.contains("event: over")) {
                told = System.nanoTime();
            }
            return null;
        }
    }
}
