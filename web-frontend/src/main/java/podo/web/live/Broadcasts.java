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
import podo.door.stream.StreamRoom;
import podo.door.stream.Wire;

/** Opens streams, gathers them by what they watch, keeps them alive and ends them in time. */
@Component
public class Broadcasts {

    /** What a page may watch, such as the line or the seats of an event. */
    public record Topic(String kind, long eventId) {}

    /** A stream's first event is also a sign of life, and opening one costs a hundred times as much as telling it something. */
    private static final Duration SHORTEST = Duration.ofSeconds(90);

    private static final Duration LONGEST = Duration.ofSeconds(150);

    private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
    private final Executor sender = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("stream-", 0).factory());
    private final StreamRoom room;
    private final Clock clock;

    Broadcasts(StreamRoom room, Clock clock, MeterRegistry meters) {
        this.room = room;
        this.clock = clock;
        meters.gaugeMapSize("podo.web.watched", List.of(), audiences);
        meters.gauge("podo.web.streams", room, StreamRoom::open);
        meters.gauge("podo.web.streams.most", room, StreamRoom::bound);
    }

    /**
     * Answers with a stream to one page that begins with these events (name and JSON).
     *
     * @param first asked only when there is room
     * @throws podo.door.stream.StreamsFull when there is none
     */
    public void open(
            Topic topic, Supplier<Map<String, String>> first, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Runnable leaveRoom = room.enter();
        boolean opened = false;
        try {
            Stream stream = stream(topic, first.get(), leaveRoom);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            Wire.take(request, response, stream);
            join(topic, stream);
            opened = true;
        } finally {
            if (!opened) {
                leaveRoom.run();
            }
        }
    }

    private Stream stream(Topic topic, Map<String, String> first, Runnable leaveRoom) {
        long life = ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis());
        Stream stream = new Stream(sender, clock.instant().plusMillis(life), over -> {
            leaveRoom.run();
            leave(topic, over);
        });
        stream.offer(Frames.retryAfter(ThreadLocalRandom.current().nextLong(1_000, 4_000)));
        first.forEach((event, json) -> stream.offer(Frames.event(event, json)));
        return stream;
    }

    private void join(Topic topic, Stream stream) {
        audiences.compute(topic, (key, known) -> {
            Audience audience = known == null ? new Audience() : known;
            audience.add(stream);
            return audience;
        });
    }

    /** All that are watched just now. */
    public void each(String kind, BiConsumer<Long, Audience> act) {
        audiences.forEach((topic, audience) -> {
            if (topic.kind().equals(kind) && !audience.isEmpty()) {
                act.accept(topic.eventId(), audience);
            }
        });
    }

    public boolean isWatched(Topic topic) {
        return audiences.containsKey(topic);
    }

    private void leave(Topic topic, Stream stream) {
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
        audiences.values().forEach(Audience::beat);
    }
}
