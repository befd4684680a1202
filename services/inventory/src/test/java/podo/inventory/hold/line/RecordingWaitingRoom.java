package podo.inventory.hold.line;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.reservation.RefusedEntry;

/** Replaces the waiting line in tests and records what was reported to it. */
@TestComponent
@Primary
public class RecordingWaitingRoom implements WaitingRoomClient, PresaleClient {

    private final List<Activity> activities = new CopyOnWriteArrayList<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final List<RefusedEntry> refusals = new CopyOnWriteArrayList<>();

    private final Map<Long, Presale> presales = new ConcurrentHashMap<>();

    /** From now on this is what the line says of the presale. */
    void presale(Presale presale) {
        presales.put(presale.id(), presale);
    }

    @Override
    public Presale presale(long id) {
        Presale known = presales.get(id);
        if (known == null) {
            throw HttpClientErrorException.create(HttpStatus.NOT_FOUND, "", HttpHeaders.EMPTY, new byte[0], null);
        }
        return known;
    }

    @Override
    public Slots reportActivity(List<Activity> seen) {
        activities.addAll(seen);
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
        refusals.addAll(refused);
    }

    boolean saw(long eventId, long fanId) {
        return activities.stream().anyMatch(activity -> activity.eventId() == eventId && activity.fanId() == fanId);
    }

    List<String> reasons(long eventId, long fanId) {
        return refusals.stream()
                .filter(refusal -> refusal.eventId() == eventId && refusal.fanId() == fanId)
                .map(RefusedEntry::reason)
                .toList();
    }
}
