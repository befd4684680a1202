package podo.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.starter.drain.Drainable;
import podo.starter.sse.SseConnection;
import podo.starter.sse.StreamLimit;

/**
 * Opens streams, groups them by topic, sends heartbeats every 12 s and ends each stream after 90 to 150 s. When the process drains, the
 * pages open their next stream at another one.
 */
@Component
public class StreamBroadcaster implements Drainable {

    /** What a page watches: {@code line} or {@code seats} of one event. */
    public record Topic(String kind, long eventId) {}

    /** Not shorter, because opening a stream costs about a hundred times as much as sending an event. */
    private static final Duration MIN_LIFE = Duration.ofSeconds(90);

    /** Not longer, because a new stream also reports that the fan is still there. */
    private static final Duration MAX_LIFE = Duration.ofSeconds(150);

    private final StreamGroups groups = new StreamGroups();
    private final Executor sender = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("stream-", 0).factory());
    private final StreamLimit limit;
    private final Clock clock;
    private volatile boolean draining;

    StreamBroadcaster(StreamLimit limit, Clock clock, MeterRegistry meters) {
        this.limit = limit;
        this.clock = clock;
        meters.gauge("podo.web.watched", groups, StreamGroups::size);
        meters.gauge("podo.web.streams", limit, StreamLimit::open);
        meters.gauge("podo.web.streams.most", limit, StreamLimit::bound);
    }

    /**
     * Answers the request with a stream.
     *
     * @param first the stream's first events, JSON by event name; called only below the limit of open streams
     * @throws podo.starter.sse.TooManyStreams at the limit
     */
    public void open(
            Topic topic, Supplier<Map<String, String>> first, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Runnable releasePlace = limit.enter();
        boolean opened = false;
        try {
            SseStream stream = create(topic, first.get(), releasePlace);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            SseConnection.take(request, response, stream);
            groups.join(topic, stream);
            opened = true;
        } finally {
            if (!opened) {
                releasePlace.run();
            }
        }
    }

    private SseStream create(Topic topic, Map<String, String> first, Runnable releasePlace) {
        long life = draining ? 0 : ThreadLocalRandom.current().nextLong(MIN_LIFE.toMillis(), MAX_LIFE.toMillis());
        SseStream stream = new SseStream(sender, clock.instant().plusMillis(life), closed -> {
            releasePlace.run();
            groups.leave(topic, closed);
        });
        stream.enqueue(SseFrames.retryAfter(ThreadLocalRandom.current().nextLong(1_000, 4_000)));
        first.forEach((event, json) -> stream.enqueue(SseFrames.event(event, json)));
        return stream;
    }

    /** Calls {@code action} with event id and group for each watched event of this kind. */
    public void forEachGroup(String kind, BiConsumer<Long, StreamGroup> action) {
        groups.forEach((topic, group) -> {
            if (topic.kind().equals(kind) && !group.isEmpty()) {
                action.accept(topic.eventId(), group);
            }
        });
    }

    public boolean isWatched(Topic topic) {
        return groups.has(topic);
    }

    @Override
    public void beginDrain(Duration within) {
        draining = true;
        groups.forEach((topic, group) -> group.endWithin(within));
    }

    @Override
    public boolean isDrained() {
        return limit.open() == 0;
    }

    @Scheduled(fixedDelay = 1_000)
    void endExpired() {
        groups.forEach((topic, group) -> {
            group.endExpired(clock.instant());
            groups.removeIfEmpty(topic);
        });
    }

    /** Only a write reveals that a client has gone. */
    @Scheduled(fixedDelay = 12_000)
    void sendHeartbeats() {
        groups.forEach((topic, group) -> group.sendHeartbeat());
    }
}
