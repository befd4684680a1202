package podo.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import podo.gateway.guard.TokenCheck.Caller;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.NoPass;

/**
 * Nobody holds a seat without having stood in line: the pass must be this fan's and for this event. Of a fan's refused tries
 * the first of a minute and reason goes on to inventory, which refuses it in the same words and tells the line at once, where the
 * organiser reads it; the others are only counted, and told once a minute.
 */
@Component
class PassCheck {

    private static final RequestPattern HOLD = RequestPattern.of("POST /api/events/{id}/holds");
    private static final int ID = 5;

    private record Refusal(long fanId, long eventId, String reason) {}

    private final Cache<Refusal, Boolean> recorded = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final EntryPasses passes;
    private final RefusalCounter turnedAway;
    private final MeterRegistry meters;

    PassCheck(EntryPasses passes, RefusalCounter turnedAway, MeterRegistry meters) {
        this.passes = passes;
        this.turnedAway = turnedAway;
        this.meters = meters;
    }

    void check(HttpServletRequest call, PathContainer path, @Nullable Caller caller) {
        if (caller == null || !HOLD.matches(call.getMethod(), path)) {
            return;
        }
        long eventId = eventId(path);
        try {
            passes.read(call.getHeader(EntryPass.HEADER)).of(caller.id(), eventId);
        } catch (NoPass refused) {
            meters.counter("podo.gateway.pass.refused", "reason", refused.reason())
                    .increment();
            if (recorded.asMap().putIfAbsent(new Refusal(caller.id(), eventId, refused.reason()), true) != null) {
                turnedAway.note(eventId, caller.id(), refused.reason());
                throw refused;
            }
        }
    }

    private static long eventId(PathContainer path) {
        try {
            return Long.parseLong(path.elements().get(ID).value());
        } catch (NumberFormatException e) {
            throw new NoPass();
        }
    }
}
