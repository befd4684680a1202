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
import org.springframework.web.bind.annotation.RestController;
import podo.web.calls.LineClient;
import podo.web.calls.LinePlace;
import podo.web.live.StreamBroadcaster;
import podo.web.live.StreamBroadcaster.Topic;
import podo.web.live.StreamGroup;
import podo.web.live.WatchTokens;
import podo.web.page.Visitor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line, live. A stream begins with the fan's own place, which is also their sign of life; then it brings the pulse
 * that is the same for all, asked for once per second and node however many watch.
 */
@RestController
class LineStream {

    private static final Logger log = LoggerFactory.getLogger(LineStream.class);
    private static final String LINE = "line";

    private final LineClient lines;
    private final LineStanding standing;
    private final StreamBroadcaster broadcasts;
    private final JsonMapper json;
    private final Set<Long> asking = ConcurrentHashMap.newKeySet();

    LineStream(LineClient lines, LineStanding standing, StreamBroadcaster broadcasts, JsonMapper json) {
        this.lines = lines;
        this.standing = standing;
        this.broadcasts = broadcasts;
        this.json = json;
    }

    @GetMapping("/events/{id}/queue/stream")
    void watch(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        broadcasts.open(
                new Topic(LINE, id),
                () -> Map.of("me", json.writeValueAsString(place(id, me, request, response))),
                request,
                response);
    }

    /** What a page polls when its stream fails: the fan's place, and when to ask again. */
    @GetMapping("/events/{id}/queue/me")
    LinePlace me(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        return place(id, me, request, response);
    }

    /** A page that comes back with its wristband needs no session. */
    private LinePlace place(long id, @Nullable Visitor me, HttpServletRequest request, HttpServletResponse response) {
        return WatchTokens.wearer(request)
                .map(fan -> lines.place(id, fan))
                .orElseGet(() -> standing.look(new ReceiptCookies(Objects.requireNonNull(me), request, response), id));
    }

    @Scheduled(fixedRate = 1_000)
    void tick() {
        broadcasts.each(LINE, (eventId, audience) -> {
            if (asking.add(eventId)) {
                Thread.startVirtualThread(() -> tell(eventId, audience));
            }
        });
    }

    private void tell(long eventId, StreamGroup audience) {
        try {
            audience.say("pulse", json.writeValueAsString(lines.pulse(eventId)));
        } catch (RuntimeException e) {
            log.debug("No pulse of event {}: {}", eventId, e.toString());
        } finally {
            asking.remove(eventId);
        }
    }
}
