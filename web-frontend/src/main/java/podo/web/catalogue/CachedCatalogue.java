package podo.web.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import podo.web.calls.EventClient;
import podo.web.calls.ListedEvent;
import podo.web.page.PageSettings;

/** Events as they were at most two seconds ago: a hundred thousand reloads become one call per node. */
@Component
public class CachedCatalogue {

    private record Question(int page, int size, String query) {}

    private final EventClient shows;
    private final Cache<Question, EventClient.Found> lists;
    private final Cache<Long, ListedEvent> pages;

    CachedCatalogue(EventClient shows, PageSettings settings) {
        this.shows = shows;
        this.lists = Caffeine.newBuilder()
                .expireAfterWrite(settings.catalogueKept())
                .maximumSize(500)
                .build();
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(settings.catalogueKept())
                .maximumSize(10_000)
                .build();
    }

    /** One page of the list; of many who ask at once, one asks the service. */
    EventClient.Found find(int page, int size, String query) {
        return lists.get(
                new Question(page, size, query), asked -> shows.find(page, size, query.isBlank() ? null : query));
    }

    public ListedEvent one(long id) {
        ListedEvent known = pages.get(id, asked -> {
            ListedEvent show = shows.one(asked);
            return show.status() == ListedEvent.Status.DRAFT ? null : show;
        });
        // a draft is its organiser's alone, so it is never kept for others
        return known != null ? known : shows.one(id);
    }

    /** After a change by an organiser who wants to see it. */
    public void forget() {
        lists.invalidateAll();
        pages.invalidateAll();
    }
}
