package podo.inventory.hold.line;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.RefusedEntry;
import podo.starter.buffer.CoalescingBuffer;

/** Reports once a second to the waiting line whose pass was refused and why. At most 1,000 different reports are kept. */
@Component
public class RefusedPassReporter {

    private static final Logger log = LoggerFactory.getLogger(RefusedPassReporter.class);
    private static final int CAPACITY = 1_000;

    private record Refusal(long eventId, long fanId, String reason) {}

    private final CoalescingBuffer<Refusal, Integer> timesByRefusal = new CoalescingBuffer<>(CAPACITY, Integer::sum);
    private final WaitingRoomClient waitingRoom;

    public RefusedPassReporter(WaitingRoomClient waitingRoom) {
        this.waitingRoom = waitingRoom;
    }

    /** @param reason in kebab case, as {@link podo.starter.security.NoPass#reason} */
    public void report(long eventId, long fanId, String reason) {
        timesByRefusal.add(new Refusal(eventId, fanId, reason), 1);
    }

    @Scheduled(fixedDelay = 1_000)
    public void send() {
        Map<Refusal, Integer> drained = timesByRefusal.drain();
        if (drained.isEmpty()) {
            return;
        }
        List<RefusedEntry> entries = drained.entrySet().stream()
                .map(entry -> new RefusedEntry(
                        entry.getKey().eventId(),
                        entry.getKey().fanId(),
                        entry.getKey().reason(),
                        entry.getValue()))
                .toList();
        try {
            waitingRoom.reportRefused(entries);
        } catch (RuntimeException e) {
            log.debug("Dropped {} reports of refused passes: {}", entries.size(), e.toString());
        }
    }
}
