package podo.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.starter.sse.SseConnection;
import podo.starter.sse.StreamLimit;

/** Opens streams, gathers them by what they watch, keeps them alive and ends them in time. */
@Component
public class StreamBroadcaster {

    /** What a page may watch, such as the line or the seats of an event. */
    public record Topic(String kind, long eventId) {}

    /** A stream's first event is also a sign of life, and opening one costs a hundred times as much as telling it something. */
    private static final Duration SHORTEST = Duration.ofSeconds(90);

    private static final Duration LONGEST = Duration.ofSeconds(150);

    private final Map<Topic, StreamGroup> audiences = new ConcurrentHashMap<>();
    private final Executor sender = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("stream-", 0).factory());
    private final StreamLimit room;
    private final Clock clock;

    StreamBroadcaster(StreamLimit room, Clock clock, MeterRegistry meters) {
        this.room = room;
        this.clock = clock;
        meters.gaugeMapSize("podo.web.watched", List.of(), audiences);
        meters.gauge("podo.web.streams", room, StreamLimit::open);
        meters.gauge("podo.web.streams.most", room, StreamLimit::bound);
    }

    /**
     * Answers with a stream to one page that begins with these events (name and JSON).
     *
     * @param first asked only when there is room
     * @throws podo.starter.sse.TooManyStreams when there is none
     */
    public void open(
            Topic topic, Supplier<Map<String, String>> first, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Runnable leaveRoom = room.enter();
        boolean opened = false;
        try {
            SseStream stream = stream(topic, first.get(), leaveRoom);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            SseConnection.take(request, response, stream);
            join(topic, stream);
            opened = true;
        } finally {
            if (!opened) {
                leaveRoom.run();
            }
        }
    }

    private SseStream stream(Topic topic, Map<String, String> first, Runnable leaveRoom) {
        long life = ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis());
        SseStream stream = new SseStream(sender, clock.instant().plusMillis(life), over -> {
            leaveRoom.run();
            leave(topic, over);
        });
        stream.offer(SseFrames.retryAfter(ThreadLocalRandom.current().nextLong(1_000, 4_000)));
        first.forEach((event, json) -> stream.offer(SseFrames.event(event, json)));
        return stream;
    }

    private void join(Topic topic, SseStream stream) {
        audiences.compute(topic, (key, known) -> {
            StreamGroup audience = known == null ? new StreamGroup() : known;
            audience.add(stream);
            return audience;
        });
    }

    /** All that are watched just now. */
    public void each(String kind, BiConsumer<Long, StreamGroup> act) {
        audiences.forEach((topic, audience) -> {
            if (topic.kind().equals(kind) && !audience.isEmpty()) {
                act.accept(topic.eventId(), audience);
            }
        });
    }

    public boolean isWatched(Topic topic) {
        return audiences.containsKey(topic);
    }

    private void leave(Topic topic, SseStream stream) {
        audiences.computeIfPresent(topic, (key, audience) -> {
            audience.remove(stream);
            return audience.isEmpty() ? null : audience;
        });
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        audiences.forEach((topic, audience) -> {
            audience.sweep(clock.instant());
            audiences.computeIfPresent(topic, (key, known) -> known.isEmpty() ? null : known);
        });
    }

    /** A reader that went away is only found out by writing to it. */
    @Scheduled(fixedDelay = 12_000)
    void beat() {
        audiences.values().forEach(StreamGroup::beat);
    }
}
