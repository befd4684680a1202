package podo.gateway.guard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts whom the gateway itself turned away from an event, and tells its line once a minute, for the organiser's eyes. What is
 * too much for its memory is forgotten; what the line did not take is told with the next minute's.
 */
@Component
class RefusalCounter {

    /** @param fanId 0 when nobody knows who it was */
    record Attempt(long eventId, long fanId, String reason, int times) {}

    private record Kind(long eventId, long fanId, String reason) {}

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class EachMinute {}

    private static final Logger log = LoggerFactory.getLogger(RefusalCounter.class);
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 500;

    private final Map<Kind, Integer> noted = new ConcurrentHashMap<>();
    private final RefusalReporter notes;

    RefusalCounter(RefusalReporter notes) {
        this.notes = notes;
    }

    void note(long eventId, long fanId, String reason) {
        note(new Kind(eventId, fanId, reason), 1);
    }

    private void note(Kind kind, int times) {
        if (noted.size() < MOST || noted.containsKey(kind)) {
            noted.merge(kind, times, Integer::sum);
        }
    }

    @Scheduled(fixedDelayString = "${podo.gateway.tell-refusals-every:60s}")
    void tell() {
        List<Attempt> attempts = new ArrayList<>();
        for (Kind kind : noted.keySet()) {
            Integer times = noted.remove(kind);
            if (times != null) {
                attempts.add(new Attempt(kind.eventId(), kind.fanId(), kind.reason(), times));
            }
        }
        for (int from = 0; from < attempts.size(); from += AT_ONCE) {
            send(attempts.subList(from, Math.min(attempts.size(), from + AT_ONCE)));
        }
    }

    private void send(List<Attempt> attempts) {
        try {
            notes.send(attempts);
        } catch (IOException e) {
            log.debug("{} refusals were not told: {}", attempts.size(), e.toString());
            attempts.forEach(
                    attempt -> note(new Kind(attempt.eventId(), attempt.fanId(), attempt.reason()), attempt.times()));
        }
    }
}
