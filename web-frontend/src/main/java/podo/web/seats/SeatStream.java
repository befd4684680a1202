package podo.web.seats;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import podo.contracts.RedisChannels;
import podo.starter.redis.RedisChannelSubscriber;
import podo.web.live.StreamBroadcaster;
import podo.web.live.StreamBroadcaster.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event stream of a seat map. Each node subscribes once per watched event to the Redis channel on which inventory
 * publishes committed changes, and sends them on as {@code {"from", "v", "d", "a"}}, {@code a} with what is left in areas: the first at once, then at most two batches a
 * second, or one with 3,300 pages and more. A page that misses a version reads the whole state again.
 */
@RestController
class SeatStream implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(SeatStream.class);
    private static final String SEATS = "seats";
    /** Sending to one page takes about 0.03 ms; with 5,000 pages and the longest interval that is a seventh of one core. */
    private static final Duration INTERVAL_PER_PAGE = Duration.ofNanos(300_000);

    private static final Duration MIN_INTERVAL = Duration.ofMillis(500);
    private static final Duration MAX_INTERVAL = Duration.ofMillis(1_000);

    /** @param a {@code id:left} per area, separated by commas; null when no area changed */
    private record Change(long v, String d, @Nullable String a) {}

    /** Merged changes of consecutive versions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Delta(
            long from, long v, String d, @Nullable String a) {

        static Delta of(Change change) {
            return new Delta(change.v(), change.v(), change.d(), change.a());
        }

        Delta append(Change change) {
            boolean gap = change.v() != v + 1;
            return gap
                    ? of(change)
                    : new Delta(
                            from,
                            change.v(),
                            d.isEmpty() ? change.d() : d + "," + change.d(),
                            AreaDeltas.merge(a, change.a()));
        }
    }

    private final StreamBroadcaster broadcaster;
    private final RedisChannelSubscriber subscriber;
    private final JsonMapper json;
    /** Subscribed events, with the number of requests whose stream is not open yet; these keep the subscription too. */
    private final Map<Long, Integer> opening = new ConcurrentHashMap<>();

    private final Map<Long, Delta> pending = new ConcurrentHashMap<>();
    private final Map<Long, Long> nextBatchAt = new ConcurrentHashMap<>();

    SeatStream(StreamBroadcaster broadcaster, RedisChannelSubscriber subscriber, JsonMapper json) {
        this.broadcaster = broadcaster;
        this.subscriber = subscriber;
        this.json = json;
    }

    @GetMapping("/events/{id}/seats/stream")
    void watch(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        subscribe(id);
        try {
            broadcaster.open(new Topic(SEATS, id), () -> Map.of("open", "{}"), request, response);
        } finally {
            opening.computeIfPresent(id, (event, pages) -> pages - 1);
        }
    }

    /** Called before the stream opens, so that no change after the state that the page then reads is missed. */
    private void subscribe(long id) {
        opening.compute(id, (event, pages) -> {
            if (pages != null) {
                return pages + 1;
            }
            subscriber.subscribe(RedisChannels.seats(event), this);
            return 1;
        });
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        String channel = new String(message.getChannel(), StandardCharsets.UTF_8);
        try {
            long event = Long.parseLong(channel.substring(channel.lastIndexOf(':') + 1));
            Change change = json.readValue(message.getBody(), Change.class);
            pending.merge(event, Delta.of(change), (known, fresh) -> known.append(change));
        } catch (JacksonException | NumberFormatException e) {
            log.warn("An unreadable message on channel {} was dropped: {}", channel, e.toString());
        }
    }

    @Scheduled(fixedRate = 100)
    void sendBatches() {
        broadcaster.forEachGroup(SEATS, (event, group) -> {
            long now = System.nanoTime();
            if (now - nextBatchAt.getOrDefault(event, now) < 0) {
                return;
            }
            Delta delta = pending.remove(event);
            if (delta != null) {
                group.broadcast("delta", json.writeValueAsString(delta));
                nextBatchAt.put(event, now + batchInterval(group.size()).toNanos());
            }
        });
    }

    /** Time from one batch to the next. */
    static Duration batchInterval(int pages) {
        Duration wanted = INTERVAL_PER_PAGE.multipliedBy(pages);
        if (wanted.compareTo(MIN_INTERVAL) < 0) {
            return MIN_INTERVAL;
        }
        return wanted.compareTo(MAX_INTERVAL) > 0 ? MAX_INTERVAL : wanted;
    }

    @Scheduled(fixedDelay = 30_000)
    void unsubscribeUnwatched() {
        opening.keySet()
                .forEach(event -> opening.computeIfPresent(event, (id, pages) -> {
                    if (pages > 0 || broadcaster.isWatched(new Topic(SEATS, id))) {
                        return pages;
                    }
                    subscriber.unsubscribe(RedisChannels.seats(id));
                    pending.remove(id);
                    nextBatchAt.remove(id);
                    return null;
                }));
    }
}
