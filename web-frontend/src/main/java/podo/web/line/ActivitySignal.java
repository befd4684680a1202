package podo.web.line;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.web.client.LineClient;

/**
 * Reports to the line that a fan who is inside is still active; without a report the line gives the slot to the next fan. A fan who
 * reloads is reported once in 5 s, which is short beside the time after which a slot counts as left.
 */
@Component
public class ActivitySignal {

    private static final Logger log = LoggerFactory.getLogger(ActivitySignal.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private record Fan(long eventId, long fanId) {}

    private final LineClient lines;
    private final Cache<Fan, Boolean> reported =
            Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(200_000).build();

    ActivitySignal(LineClient lines) {
        this.lines = lines;
    }

    /** Reports for the fan of this request. A failure is only logged, since the pass alone decides about access. */
    public void report(long eventId, long fanId) {
        Fan fan = new Fan(eventId, fanId);
        if (reported.getIfPresent(fan) != null) {
            return;
        }
        try {
            lines.ownPlace(eventId);
            reported.put(fan, true);
        } catch (RuntimeException e) {
            log.debug("Reporting activity to the line of event {} failed: {}", eventId, e.toString());
        }
    }
}
