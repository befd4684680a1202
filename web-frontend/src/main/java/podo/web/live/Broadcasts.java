package podo.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** Opens streams, gathers them by what they watch, keeps them alive and ends them in time. */
@Component
public class Broadcasts {

    /** What a page may watch, such as the line or the seats of an event. */
    public record Topic(String kind, long eventId) {}

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
    private final Executor sender = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("stream-", 0).factory());
    private final Clock clock;

    Broadcasts(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        meters.gaugeMapSize("podo.web.watched", List.of(), audiences);
        meters.gauge(
                "podo.web.streams",
                audiences,
                all -> all.values().stream().mapToInt(Audience::size).sum());
    }

    /** A stream to one page that begins with these events (name and JSON). */
    public ResponseEntity<ResponseBodyEmitter> open(Topic topic, Map<String, String> first) {
        ResponseBodyEmitter emitter =
                new ResponseBodyEmitter(LONGEST.plusSeconds(15).toMillis());
        long life = ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis());
        Stream stream = new Stream(emitter, sender, clock.instant().plusMillis(life));
        emitter.onCompletion(() -> leave(topic, stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> leave(topic, stream));
        stream.offer(Frames.retryAfter(ThreadLocalRandom.current().nextLong(1_000, 4_000)));
        first.forEach((event, json) -> stream.offer(Frames.event(event, json)));
        audiences.compute(topic, (key, known) -> {
            Audience audience = known == null ? new Audience() : known;
            audience.add(stream);
            return audience;
        });
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
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
        stream.cut(null);
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
