package podo.inventory.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import podo.starter.problem.NotFound;

/**
 * The halls that this instance has been asked for. A copy may be out of date for a moment: whoever relies on it says its
 * revision to the database, and comes back after {@link #forget}.
 */
@Component
public class Halls {

    private final StoredHalls register;
    private final Cache<Long, Hall> known = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((Long event, Hall hall) -> hall.seats().size() + 10)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    Halls(StoredHalls register) {
        this.register = register;
    }

    /** The hall; {@link NotFound} when there is no such event or its seats are not laid out yet. */
    public Hall of(long eventId) {
        Hall hall = known.get(eventId, id -> register.find(id).orElse(null));
        if (hall == null) {
            throw new NotFound();
        }
        return hall;
    }

    /** The hall at this revision, read anew when the copy is older. */
    public Hall of(long eventId, int revision) {
        Hall hall = of(eventId);
        if (hall.revision() >= revision) {
            return hall;
        }
        forget(eventId);
        return of(eventId);
    }

    public void forget(long eventId) {
        known.invalidate(eventId);
    }
}
