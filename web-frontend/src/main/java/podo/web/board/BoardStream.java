package podo.web.board;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.web.client.LineClient;
import podo.web.client.LineStatus;
import podo.web.client.RoomClient;
import podo.web.live.StreamBroadcaster;
import podo.web.live.StreamBroadcaster.Topic;
import podo.web.live.StreamGroup;

/**
 * The event stream of a board. Its event {@code news} has no content: a board that hears it reads its figures with the rights that its
 * owner has then. It is sent when the line has changed, at most once a second, and every five seconds at the latest.
 */
@RestController
class BoardStream {

    private record Sent(@Nullable LineStatus status, Instant at) {}

    private static final Logger log = LoggerFactory.getLogger(BoardStream.class);
    private static final String BOARD = "board";
    private static final Duration AT_THE_LATEST = Duration.ofSeconds(5);

    private final RoomClient rooms;
    private final LineClient lines;
    private final StreamBroadcaster broadcaster;
    private final Clock clock;
    private final Map<Long, Sent> sent = new ConcurrentHashMap<>();
    private final Set<Long> fetching = ConcurrentHashMap.newKeySet();

    BoardStream(RoomClient rooms, LineClient lines, StreamBroadcaster broadcaster, Clock clock) {
        this.rooms = rooms;
        this.lines = lines;
        this.broadcaster = broadcaster;
        this.clock = clock;
    }

    /** The levers are read first, which refuses who may not see the line. */
    @GetMapping("/admin/events/{id}/room/stream")
    void watch(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        rooms.get(id);
        broadcaster.open(new Topic(BOARD, id), () -> Map.of("news", "{}"), request, response);
    }

    @Scheduled(fixedRate = 1_000)
    void broadcastNews() {
        sent.keySet().removeIf(eventId -> !broadcaster.isWatched(new Topic(BOARD, eventId)));
        broadcaster.forEachGroup(BOARD, (eventId, group) -> {
            if (fetching.add(eventId)) {
                Thread.startVirtualThread(() -> broadcastIfNew(eventId, group));
            }
        });
    }

    private void broadcastIfNew(long eventId, StreamGroup group) {
        try {
            LineStatus status = withoutTime(lines.status(eventId));
            Sent last = sent.get(eventId);
            Instant now = clock.instant();
            if (last == null
                    || !status.equals(last.status())
                    || !now.isBefore(last.at().plus(AT_THE_LATEST))) {
                sent.put(eventId, new Sent(status, now));
                group.broadcast("news", "{}");
            }
        } catch (RuntimeException e) {
            log.debug("Fetching the line status of event {} failed: {}", eventId, e.toString());
        } finally {
            fetching.remove(eventId);
        }
    }

    private static LineStatus withoutTime(LineStatus status) {
        return new LineStatus(
                status.state(),
                status.serving(),
                status.waiting(),
                status.inside(),
                status.lobby(),
                status.ratePerSecond(),
                status.binding(),
                status.seatsLeft(),
                status.sellable(),
                status.rebuilt(),
                null,
                status.closedBecause());
    }
}
