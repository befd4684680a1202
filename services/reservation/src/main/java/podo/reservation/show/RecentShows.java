package podo.reservation.show;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What lists and pages say of shows, kept for a second: fans who look again and again cost the database one look a second for each event. A
 * message that changes a show ends that in the process that gets it. Decisions read {@link KnownShows}.
 */
@Component
public class RecentShows {

    /** @param changes that whoever has booked at some time may want to read, oldest first */
    public record RecentShow(KnownShow show, List<ToldChange> changes) {}

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final KnownShows shows;
    private final ShowChanges changes;
    private final Cache<Long, RecentShow> recent;

    @Autowired
    RecentShows(KnownShows shows, ShowChanges changes) {
        this(shows, changes, Ticker.systemTicker());
    }

    RecentShows(KnownShows shows, ShowChanges changes, Ticker ticker) {
        this.shows = shows;
        this.changes = changes;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    /** By event id, without those that are not known. */
    public Map<Long, KnownShow> findShows(Collection<Long> eventIds) {
        return findAll(eventIds).values().stream()
                .map(RecentShow::show)
                .collect(Collectors.toMap(KnownShow::eventId, Function.identity()));
    }

    /** The same with what was changed. */
    public Map<Long, RecentShow> findAll(Collection<Long> eventIds) {
        return recent.getAll(Set.copyOf(eventIds), this::read);
    }

    void forget(long eventId) {
        recent.invalidate(eventId);
    }

    private Map<Long, RecentShow> read(Set<? extends Long> eventIds) {
        Set<Long> ids = Set.copyOf(eventIds);
        Map<Long, List<ToldChange>> told = changes.findAll(ids);
        return shows.findAll(ids).values().stream()
                .map(show -> new RecentShow(show, told.getOrDefault(show.eventId(), List.of())))
                .collect(Collectors.toMap(found -> found.show().eventId(), Function.identity()));
    }
}
