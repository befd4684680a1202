package podo.web.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import podo.web.calls.Show;
import podo.web.calls.Shows;
import podo.web.page.PageSettings;

/** Events as they were at most two seconds ago: a hundred thousand reloads become one call per node. */
@Component
public class Catalogue {

    private record Question(int page, int size, String query) {}

    private final Shows shows;
    private final Cache<Question, Shows.Found> lists;
    private final Cache<Long, Show> pages;

    Catalogue(Shows shows, PageSettings settings) {
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
    Shows.Found find(int page, int size, String query) {
        return lists.get(
                new Question(page, size, query), asked -> shows.find(page, size, query.isBlank() ? null : query));
    }

    public Show one(long id) {
        Show known = pages.get(id, asked -> {
            Show show = shows.one(asked);
            return show.status() == Show.Status.DRAFT ? null : show;
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
