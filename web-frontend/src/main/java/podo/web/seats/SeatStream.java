package podo.web.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.redis.RedisChannelSubscriber;
import podo.web.live.StreamBroadcaster;
import podo.web.live.StreamBroadcaster.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seats, live. One subscription per node and watched event brings what inventory says after each commit; what came is sent
 * on as one delta {@code {"from", "v", "d"}}, at once after a quiet moment and else twice a second, or once when thousands
 * watch. A page that sees a gap reads the whole state again.
 */
@RestController
class SeatStream implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(SeatStream.class);
    private static final String SEATS = "seats";
    private static final String CHANNEL = "podo:seats:";
    /** Telling one page takes about a tenth of it: with 5,000 pages and the longest rest, a seventh of one core. */
    private static final Duration REST_PER_PAGE = Duration.ofNanos(300_000);

    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofMillis(1_000);

    private record Change(long v, String d) {}

    /** Changes that follow each other without a gap: from the first version to the last. */
    private record Delta(long from, long v, String d) {

        Delta and(Change change) {
            boolean gap = change.v() != v + 1;
            return gap
                    ? new Delta(change.v(), change.v(), change.d())
                    : new Delta(from, change.v(), d.isEmpty() ? change.d() : d + "," + change.d());
        }
    }

    private final StreamBroadcaster broadcasts;
    private final RedisChannelSubscriber ear;
    private final JsonMapper json;
    /** Events that are heard, and pages that have asked and do not watch yet; for them too the subscription is kept. */
    private final Map<Long, Integer> coming = new ConcurrentHashMap<>();

    private final Map<Long, Delta> waiting = new ConcurrentHashMap<>();
    private final Map<Long, Long> restingUntil = new ConcurrentHashMap<>();

    SeatStream(StreamBroadcaster broadcasts, RedisChannelSubscriber ear, JsonMapper json) {
        this.broadcasts = broadcasts;
        this.ear = ear;
        this.json = json;
    }

    @GetMapping("/events/{id}/seats/stream")
    void watch(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        listen(id);
        try {
            broadcasts.open(new Topic(SEATS, id), () -> Map.of("open", "{}"), request, response);
        } finally {
            coming.computeIfPresent(id, (event, pages) -> pages - 1);
        }
    }

    /** Before the page is told that it is joined: whatever state it reads then, no change after it is missed. */
    private void listen(long id) {
        coming.compute(id, (event, pages) -> {
            if (pages != null) {
                return pages + 1;
            }
            ear.subscribe(CHANNEL + event, this);
            return 1;
        });
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        try {
            long event = Long.parseLong(
                    new String(message.getChannel(), StandardCharsets.UTF_8).substring(CHANNEL.length()));
            Change change = json.readValue(message.getBody(), Change.class);
            waiting.merge(event, new Delta(change.v(), change.v(), change.d()), (known, fresh) -> known.and(change));
        } catch (JacksonException | NumberFormatException e) {
            log.warn("A delta that nobody can read: {}", e.toString());
        }
    }

    @Scheduled(fixedRate = 100)
    void flush() {
        broadcasts.each(SEATS, (event, audience) -> {
            long now = System.nanoTime();
            if (now - restingUntil.getOrDefault(event, now) < 0) {
                return;
            }
            Delta delta = waiting.remove(event);
            if (delta != null) {
                audience.say("delta", json.writeValueAsString(delta));
                restingUntil.put(event, now + rest(audience.size()).toNanos());
            }
        });
    }

    /** From one batch to the next. */
    static Duration rest(int pages) {
        Duration wish = REST_PER_PAGE.multipliedBy(pages);
        return wish.compareTo(SHORTEST_REST) < 0
                ? SHORTEST_REST
                : wish.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wish;
    }

    @Scheduled(fixedDelay = 30_000)
    void unsubscribe() {
        coming.keySet()
                .forEach(event -> coming.computeIfPresent(event, (id, pages) -> {
                    if (pages > 0 || broadcasts.isWatched(new Topic(SEATS, id))) {
                        return pages;
                    }
                    ear.unsubscribe(CHANNEL + id);
                    waiting.remove(id);
                    restingUntil.remove(id);
                    return null;
                }));
    }
}
