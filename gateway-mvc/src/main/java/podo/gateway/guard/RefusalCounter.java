package podo.gateway.guard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.RefusedEntry;
import podo.starter.buffer.CoalescingBuffer;

/**
 * Counts the requests for an event that the gateway itself refused, by fan and reason, and reports the counts to the waiting room
 * every {@code podo.gateway.tell-refusals-every} (60 s); the organiser reads them there. Beyond 10,000 combinations new ones are
 * dropped; counts that could not be sent are kept for the next report.
 */
@Component
class RefusalCounter {

    private record Refusal(long eventId, long fanId, String reason) {}

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class ReportingConfiguration {}

    private static final Logger log = LoggerFactory.getLogger(RefusalCounter.class);
    private static final int MAX_REFUSALS = 10_000;
    private static final int BATCH_SIZE = 500;

    private final CoalescingBuffer<Refusal, Integer> counts = new CoalescingBuffer<>(MAX_REFUSALS, Integer::sum);
    private final RefusalReporter reporter;

    RefusalCounter(RefusalReporter reporter) {
        this.reporter = reporter;
    }

    /** @param fanId 0 when the caller is unknown */
    void count(long eventId, long fanId, String reason) {
        counts.add(new Refusal(eventId, fanId, reason), 1);
    }

    @Scheduled(fixedDelayString = "${podo.gateway.tell-refusals-every:60s}")
    void report() {
        List<RefusedEntry> entries = new ArrayList<>();
        counts.drain()
                .forEach((refusal, times) ->
                        entries.add(new RefusedEntry(refusal.eventId(), refusal.fanId(), refusal.reason(), times)));
        for (int from = 0; from < entries.size(); from += BATCH_SIZE) {
            send(entries.subList(from, Math.min(entries.size(), from + BATCH_SIZE)));
        }
    }

    private void send(List<RefusedEntry> entries) {
        try {
            reporter.send(entries);
        } catch (IOException e) {
            log.debug("{} refusals were not reported and are kept: {}", entries.size(), e.toString());
            entries.forEach(
                    entry -> counts.add(new Refusal(entry.eventId(), entry.fanId(), entry.reason()), entry.times()));
        }
    }
}
