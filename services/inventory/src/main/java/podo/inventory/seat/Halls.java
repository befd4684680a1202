package podo.inventory.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import podo.starter.problem.NotFound;

/**
 * This instance's cache of halls, at most 2 million seats. A cached hall may be out of date: writers compare its revision in
 * the database, and on a mismatch call {@link #evict} and try again.
 */
@Component
public class Halls {

    private final StoredHalls storedHalls;
    private final Cache<Long, Hall> cache = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((Long event, Hall hall) -> hall.seats().size() + 10)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    Halls(StoredHalls storedHalls) {
        this.storedHalls = storedHalls;
    }

    /** Throws {@link NotFound} for an unknown event and while the seats are not laid out. */
    public Hall of(long eventId) {
        return cache.get(eventId, id -> storedHalls.find(id).orElseThrow(NotFound::new));
    }

    /** The hall at this revision or a later one; read from the database when the cached one is older. */
    public Hall of(long eventId, int revision) {
        Hall hall = of(eventId);
        if (hall.revision() >= revision) {
            return hall;
        }
        evict(eventId);
        return of(eventId);
    }

    /** The hall as the database has it now; costs one query. */
    public Hall latest(long eventId) {
        return of(eventId, currentRevision(eventId));
    }

    /** The current revision in the database; throws {@link NotFound} while the seats are not laid out. */
    public int currentRevision(long eventId) {
        return storedHalls.revision(eventId).orElseThrow(NotFound::new);
    }

    public void evict(long eventId) {
        cache.invalidate(eventId);
    }
}
