package podo.inventory.hold.line;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.inventory.hold.Hold;
import podo.inventory.hold.line.WaitingRoomClient.Activity;
import podo.starter.buffer.CoalescingBuffer;
import podo.starter.security.EntryPass;

/**
 * Reports once a second to the waiting line which fans were active with which pass; the answer names passes without a slot. A
 * report that fails is dropped: the fan's next activity is reported again.
 */
@Component
public class ActivityReporter {

    private static final Logger log = LoggerFactory.getLogger(ActivityReporter.class);
    private static final int MAX_FANS = 200_000;

    private record FanInEvent(long eventId, long fanId) {}

    /** @param ofHold whether it tells until when the fan is busy; then it replaces one that does not */
    private record Report(Activity activity, boolean ofHold) {}

    private final CoalescingBuffer<FanInEvent, Report> reports =
            new CoalescingBuffer<>(MAX_FANS, (earlier, later) -> later.ofHold() ? later : earlier);
    private final WaitingRoomClient waitingRoom;
    private final RevokedPasses revokedPasses;
    private final Clock clock;

    ActivityReporter(WaitingRoomClient waitingRoom, RevokedPasses revokedPasses, Clock clock) {
        this.waitingRoom = waitingRoom;
        this.revokedPasses = revokedPasses;
        this.clock = clock;
    }

    /** The fan sent a request with this pass. */
    public void reportSeen(EntryPass pass) {
        add(new Activity(pass.eventId(), pass.fanId(), clock.instant(), pass.id(), pass.expiresAt()), false);
    }

    /** The fan is busy until the end of the hold. */
    public void reportBusy(Hold hold) {
        reportBusyUntil(hold, hold.heldUntil());
    }

    /** The fan gave the seats back. */
    public void reportIdle(Hold hold) {
        reportBusyUntil(hold, clock.instant());
    }

    private void reportBusyUntil(Hold hold, Instant busyUntil) {
        add(new Activity(hold.eventId(), hold.fanId(), busyUntil, hold.passId(), hold.passUntil()), true);
    }

    private void add(Activity activity, boolean ofHold) {
        reports.add(new FanInEvent(activity.eventId(), activity.fanId()), new Report(activity, ofHold));
    }

    @Scheduled(fixedDelay = 1_000)
    void send() {
        Map<FanInEvent, Report> drained = reports.drain();
        if (drained.isEmpty()) {
            return;
        }
        List<Activity> activities =
                drained.values().stream().map(Report::activity).toList();
        Instant sentAt = clock.instant();
        try {
            revokedPasses.update(
                    activities, waitingRoom.reportActivity(activities).gone(), sentAt);
        } catch (RuntimeException e) {
            log.debug("Dropped {} activity reports: {}", activities.size(), e.toString());
        }
    }
}
