package podo.web.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.contracts.event.EventStatus;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.page.PageSettings;
import podo.web.shared.SharedPages;

/** Caches events for {@code podo.web.catalogue-kept} (250 ms), so that reloads by a crowd become one call per node. */
@Component
public class CachedCatalogue {

    private record ListQuery(int page, int size, EventClient.EventQuery asked) {}

    private final EventClient events;
    private final SharedPages rendered;
    private final Cache<ListQuery, EventClient.EventPage> lists;
    private final Cache<Long, Optional<ListedEvent>> pages;
    private final Cache<String, EventClient.FilterChoices> choices;

    CachedCatalogue(EventClient events, SharedPages rendered, PageSettings settings) {
        this.events = events;
        this.rendered = rendered;
        this.lists = Caffeine.newBuilder()
                .expireAfterWrite(settings.catalogueKept())
                .maximumSize(500)
                .build();
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(settings.catalogueKept())
                .maximumSize(10_000)
                .build();
        this.choices =
                Caffeine.newBuilder().expireAfterWrite(settings.catalogueKept()).build();
    }

    /** One page of the list; concurrent requests for it share one call. */
    EventClient.EventPage find(int page, int size, EventClient.EventQuery asked) {
        return lists.get(new ListQuery(page, size, asked), query -> events.find(page, size, asked));
    }

    /** The kinds and cities of the events to come. */
    EventClient.FilterChoices filterChoices() {
        return choices.get("all", all -> events.filterChoices());
    }

    public ListedEvent get(long id) {
        return pages.get(id, this::fetchUnlessDraft).orElseGet(() -> events.get(id));
    }

    /** Empty for a draft: only its organiser may see it, so each request asks the service. */
    private Optional<ListedEvent> fetchUnlessDraft(long id) {
        return Optional.of(events.get(id)).filter(event -> !event.is(EventStatus.DRAFT));
    }

    /** Empties the cache of this node and what was rendered from it, so that an organiser sees a change at once. */
    public void clear() {
        lists.invalidateAll();
        pages.invalidateAll();
        choices.invalidateAll();
        rendered.clear();
    }
}
