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
 * Requires an entry pass of this fan for this event on {@code POST /api/events/{id}/holds}. The first refused request per fan, event,
 * reason and minute is still forwarded: inventory refuses it with the same problem and reports it to the organiser at once. The
 * others are refused here and counted.
 */
@Component
class PassCheck {

    private static final RequestPattern HOLD = RequestPattern.of("POST /api/events/{id}/holds");
    private static final int EVENT_ID_ELEMENT = 5;

    private record Refusal(long fanId, long eventId, String reason) {}

    private final Cache<Refusal, Boolean> passedOn = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final EntryPasses passes;
    private final RefusalCounter refusalCounter;
    private final MeterRegistry meters;

    PassCheck(EntryPasses passes, RefusalCounter refusalCounter, MeterRegistry meters) {
        this.passes = passes;
        this.refusalCounter = refusalCounter;
        this.meters = meters;
    }

    void check(HttpServletRequest request, PathContainer path, @Nullable Caller caller) {
        if (caller == null || !HOLD.matches(request.getMethod(), path)) {
            return;
        }
        long eventId = eventId(path);
        try {
            passes.read(request.getHeader(EntryPass.HEADER)).of(caller.id(), eventId);
        } catch (NoPass refused) {
            meters.counter("podo.gateway.pass.refused", "reason", refused.reason())
                    .increment();
            if (passedOn.asMap().putIfAbsent(new Refusal(caller.id(), eventId, refused.reason()), true) != null) {
                refusalCounter.count(eventId, caller.id(), refused.reason());
                throw refused;
            }
        }
    }

    private static long eventId(PathContainer path) {
        try {
            return Long.parseLong(path.elements().get(EVENT_ID_ELEMENT).value());
        } catch (NumberFormatException e) {
            throw new NoPass();
        }
    }
}
