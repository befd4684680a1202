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
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.web.live.Broadcasts;
import podo.web.live.Broadcasts.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seats, live. One subscription per node and watched event brings what inventory says after each commit; twice a second,
 * or less often when very many watch, what came is sent on as one delta {@code {"from", "v", "d"}}. A page that sees a
 * gap reads the whole state again.
 */
@RestController
class SeatStream implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(SeatStream.class);
    private static final String SEATS = "seats";
    private static final String CHANNEL = "podo:seats:";
    /** Telling one page takes about a tenth of it, so telling all of them takes about a tenth of one core, not more. */
    private static final Duration REST_PER_PAGE = Duration.ofNanos(300_000);

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

    private final Broadcasts broadcasts;
    private final RedisMessageListenerContainer redis;
    private final JsonMapper json;
    private final Map<Long, ChannelTopic> heard = new ConcurrentHashMap<>();
    private final Map<Long, Delta> waiting = new ConcurrentHashMap<>();
    private final Map<Long, Long> restingUntil = new ConcurrentHashMap<>();

    SeatStream(Broadcasts broadcasts, RedisMessageListenerContainer redis, JsonMapper json) {
        this.broadcasts = broadcasts;
        this.redis = redis;
        this.json = json;
    }

    @GetMapping("/events/{id}/seats/stream")
    void watch(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        broadcasts.open(new Topic(SEATS, id), () -> Map.of("open", "{}"), request, response);
        heard.computeIfAbsent(id, event -> {
            ChannelTopic channel = ChannelTopic.of(CHANNEL + event);
            redis.addMessageListener(this, channel);
            return channel;
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

    @Scheduled(fixedRate = 500)
    void flush() {
        broadcasts.each(SEATS, (event, audience) -> {
            long now = System.nanoTime();
            if (now - restingUntil.getOrDefault(event, now) < 0) {
                return;
            }
            Delta delta = waiting.remove(event);
            if (delta != null) {
                audience.say("delta", json.writeValueAsString(delta));
                restingUntil.put(
                        event, now + REST_PER_PAGE.multipliedBy(audience.size()).toNanos());
            }
        });
    }

    @Scheduled(fixedDelay = 30_000)
    void unsubscribe() {
        heard.forEach((event, channel) -> {
            if (!broadcasts.isWatched(new Topic(SEATS, event))) {
                heard.computeIfPresent(event, (id, known) -> {
                    redis.removeMessageListener(this, channel);
                    return null;
                });
                waiting.remove(event);
                restingUntil.remove(event);
            }
        });
    }
}
