package podo.event.show;

import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What everybody sees, kept in Redis for a few seconds and forgotten when it changes. Without Redis it is read from the
 * database, see {@link CacheConfiguration}.
 */
@Service
class PublicCatalogue {

    static final String ONE = "podo:event:one";
    static final String PAGES = "podo:event:pages";

    private final Catalogue catalogue;
    private final CoalescedReads reads = new CoalescedReads();

    PublicCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Cacheable(cacheNames = ONE, key = "#id", sync = true)
    public CachedEvent one(long id) {
        return reads.join("one " + id, () -> catalogue.published(id));
    }

    @Cacheable(cacheNames = PAGES, key = "#page + ' ' + #size + ' ' + #query.strip().toLowerCase()", sync = true)
    public CachedEventPage page(String query, int page, int size) {
        return reads.join("page " + page + " " + size + " " + query, () -> catalogue.published(query, page, size));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @CacheEvict(cacheNames = ONE, key = "#touched.eventId()")
    public void forget(PublicViewChanged touched) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @CacheEvict(cacheNames = PAGES, allEntries = true)
    public void forgetPages(PublicViewChanged touched) {}
}
