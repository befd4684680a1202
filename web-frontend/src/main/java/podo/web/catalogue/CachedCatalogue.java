package podo.web.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventStatus;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.page.PageSettings;

/**
 * Caches events for {@code podo.web.catalogue-kept} (0.5 s), so that reloads by a crowd become two calls a second per node, and a
 * change of an event is seen within a second.
 */
@Component
public class CachedCatalogue {

    private record ListQuery(int page, int size, String query) {}

    private final EventClient events;
    private final Cache<ListQuery, EventClient.EventPage> lists;
    private final Cache<Long, Optional<ListedEvent>> pages;

    CachedCatalogue(EventClient events, PageSettings settings) {
        this.events = events;
        this.lists = Caffeine.newBuilder()
                .expireAfterWrite(settings.catalogueKept())
                .maximumSize(500)
                .build();
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(settings.catalogueKept())
                .maximumSize(10_000)
                .build();
    }

    /** One page of the list; concurrent requests for it share one call. */
    EventClient.EventPage find(int page, int size, String query) {
        return lists.get(
                new ListQuery(page, size, query), asked -> events.find(page, size, query.isBlank() ? null : query));
    }

    public ListedEvent get(long id) {
        return pages.get(id, this::fetchUnlessDraft).orElseGet(() -> events.get(id));
    }

    /** Empty for a draft: only its organiser may see it, so each request asks the service. */
    private Optional<ListedEvent> fetchUnlessDraft(long id) {
        return Optional.of(events.get(id)).filter(event -> !event.is(EventStatus.DRAFT));
    }

    /** Empties the cache of this node, so that an organiser sees a change at once. */
    public void clear() {
        lists.invalidateAll();
        pages.invalidateAll();
    }
}
