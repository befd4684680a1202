package podo.event.show.catalogue;

import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.event.show.EventSnapshotPage;
import podo.event.show.PublicViewChanged;
import podo.event.show.search.EventFilter;
import podo.event.show.search.FilterChoices;
import podo.starter.response.SharedResponses;

/**
 * The published events, cached in Redis and evicted after the commit that changes them. Without Redis every read goes to
 * the database, see {@link CacheConfiguration}.
 */
@Service
public class PublicCatalogue {

    static final String EVENT_CACHE = "podo:event:one";
    static final String PAGE_CACHE = "podo:event:pages";
    static final String FILTER_CACHE = "podo:event:filters";

    private final Catalogue catalogue;
    private final CoalescedReads reads = new CoalescedReads();
    private final SharedResponses responses;

    PublicCatalogue(Catalogue catalogue, SharedResponses responses) {
        this.catalogue = catalogue;
        this.responses = responses;
    }

    @Cacheable(cacheNames = EVENT_CACHE, key = "#id", sync = true)
    public EventSnapshot event(long id) {
        return reads.read("event " + id, () -> catalogue.published(id));
    }

    @Cacheable(cacheNames = PAGE_CACHE, key = "#page + ' ' + #size + ' ' + #filter", sync = true)
    public EventSnapshotPage page(EventFilter filter, int page, int size) {
        return reads.read("page " + page + " " + size + " " + filter, () -> catalogue.published(filter, page, size));
    }

    @Cacheable(cacheNames = FILTER_CACHE, key = "'all'", sync = true)
    public FilterChoices filterChoices() {
        return reads.read("filters", catalogue::filterChoices);
    }

    /** All of them, because the other dates of a show name the one that has changed. */
    @Order(1)
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @CacheEvict(
            cacheNames = {EVENT_CACHE, PAGE_CACHE, FILTER_CACHE},
            allEntries = true)
    public void evict(PublicViewChanged change) {}

    /** Comes after the evictions above, so that no response is rendered again from what they remove. */
    @Order(2)
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void clearResponses(PublicViewChanged change) {
        responses.clear();
    }
}
