package podo.web.line;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.RefusedEntry;
import podo.starter.buffer.CoalescingBuffer;
import podo.web.client.LineClient;

/**
 * Reports once a second to the line which fans were refused at the seat pages; the organiser sees it. The buffer holds 5,000
 * fans and reasons; beyond that refusals are dropped, since no fan must wait for the report.
 */
@Component
class RefusedEntryReporter {

    private static final Logger log = LoggerFactory.getLogger(RefusedEntryReporter.class);
    private static final int CAPACITY = 5_000;

    private record Key(long eventId, long fanId, String reason) {}

    private final CoalescingBuffer<Key, RefusedEntry> buffer =
            new CoalescingBuffer<>(CAPACITY, RefusedEntryReporter::merge);
    private final LineClient lines;

    RefusedEntryReporter(LineClient lines) {
        this.lines = lines;
    }

    private static RefusedEntry merge(RefusedEntry earlier, RefusedEntry later) {
        return new RefusedEntry(later.eventId(), later.fanId(), later.reason(), earlier.times() + later.times());
    }

    void add(long eventId, long fanId, String reason) {
        if (!buffer.add(new Key(eventId, fanId, reason), new RefusedEntry(eventId, fanId, reason, 1))) {
            log.debug("The buffer of refused entries is full, one was dropped");
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void report() {
        List<RefusedEntry> refused = List.copyOf(buffer.drain().values());
        if (!refused.isEmpty()) {
            Thread.startVirtualThread(() -> send(refused));
        }
    }

    private void send(List<RefusedEntry> refused) {
        try {
            lines.reportRefusedEntries(refused);
        } catch (RuntimeException e) {
            log.debug("Reporting {} refused entries failed, they are dropped: {}", refused.size(), e.toString());
        }
    }
}
