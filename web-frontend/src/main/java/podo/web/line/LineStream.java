package podo.web.line;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.edge.PublicUrl;
import podo.web.client.LineClient;
import podo.web.client.LinePlace;
import podo.web.live.StreamBroadcaster;
import podo.web.live.StreamBroadcaster.Topic;
import podo.web.live.StreamGroup;
import podo.web.live.WatchTokens;
import podo.web.page.Visitor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event stream of a line page. Its first event {@code me} is the fan's own place, whose request also tells the line that
 * the fan is there. Then an event {@code pulse} per second brings the line's status, fetched once per node for all pages.
 */
@RestController
class LineStream {

    private static final Logger log = LoggerFactory.getLogger(LineStream.class);
    private static final String LINE = "line";

    private final LineClient lines;
    private final LineStanding standing;
    private final StreamBroadcaster broadcaster;
    private final JsonMapper json;
    private final PublicUrl publicUrl;
    private final Set<Long> fetching = ConcurrentHashMap.newKeySet();

    LineStream(
            LineClient lines,
            LineStanding standing,
            StreamBroadcaster broadcaster,
            JsonMapper json,
            PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        this.lines = lines;
        this.standing = standing;
        this.broadcaster = broadcaster;
        this.json = json;
    }

    @GetMapping("/events/{id}/queue/stream")
    void watch(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long presale,
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        broadcaster.open(
                new Topic(LINE, presale == null ? id : -presale),
                () -> Map.of("me", json.writeValueAsString(place(id, me, request, response))),
                request,
                response);
    }

    /** The fan's place, which a page polls when it has no stream. */
    @GetMapping("/events/{id}/queue/me")
    LinePlace me(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        return place(id, me, request, response);
    }

    /** With a watch token the fan is known without the session, and the place is read with this service's own token. */
    private LinePlace place(long id, @Nullable Visitor me, HttpServletRequest request, HttpServletResponse response) {
        return WatchTokens.fanIdOf(request)
                .map(fan -> lines.placeOf(id, fan))
                .orElseGet(() -> standing.read(
                        new ReceiptCookies(Objects.requireNonNull(me), publicUrl, request, response), id));
    }

    @Scheduled(fixedRate = 1_000)
    void broadcastStatus() {
        broadcaster.forEachGroup(LINE, (roomId, group) -> {
            if (fetching.add(roomId)) {
                Thread.startVirtualThread(() -> fetchAndBroadcast(roomId, group));
            }
        });
    }

    /** @param roomId the event, or minus the number of a presale */
    private void fetchAndBroadcast(long roomId, StreamGroup group) {
        try {
            group.broadcast(
                    "pulse",
                    json.writeValueAsString(roomId < 0 ? lines.statusOfPresale(-roomId) : lines.status(roomId)));
        } catch (RuntimeException e) {
            log.debug("Fetching the line status of room {} failed: {}", roomId, e.toString());
        } finally {
            fetching.remove(roomId);
        }
    }
}
