package podo.inventory.hold.line;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import podo.contracts.reservation.RefusedEntry;

/** Replaces the waiting line in tests and records what was reported to it. */
@TestComponent
@Primary
public class RecordingWaitingRoom implements WaitingRoomClient {

    private final List<Activity> signs = new CopyOnWriteArrayList<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final List<RefusedEntry> attempts = new CopyOnWriteArrayList<>();

    @Override
    public Slots reportActivity(List<Activity> seen) {
        signs.addAll(seen);
        return new Slots(
                seen.stream().map(Activity::passId).filter(gone::contains).toList());
    }

    /** Whether this pass has a slot from now on. */
    void slot(String passId, boolean there) {
        if (there) {
            gone.remove(passId);
        } else {
            gone.add(passId);
        }
    }

    @Override
    public void reportRefused(List<RefusedEntry> refused) {
        attempts.addAll(refused);
    }

    boolean saw(long eventId, long fanId) {
        return signs.stream().anyMatch(sign -> sign.eventId() == eventId && sign.fanId() == fanId);
    }

    List<String> reasons(long eventId, long fanId) {
        return attempts.stream()
                .filter(attempt -> attempt.eventId() == eventId && attempt.fanId() == fanId)
                .map(RefusedEntry::reason)
                .toList();
    }
}
