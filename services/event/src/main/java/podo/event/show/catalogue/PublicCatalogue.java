package podo.event.show.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.event.show.EventSnapshotPage;
import podo.event.show.PublicViewChanged;

/**
 * The published events, cached in Redis and evicted after the commit that changes them. Without Redis every read goes to
 * the database, see {@link CacheConfiguration}.
 */
@Service
public class PublicCatalogue {

    private static final Logger log = LoggerFactory.getLogger(PublicCatalogue.class);
    private static final Executor LATER = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    static final String EVENT_CACHE = "podo:event:one";
    static final String PAGE_CACHE = "podo:event:pages";

    private final Catalogue catalogue;
    private final CacheManager caches;
    private final CoalescedReads reads = new CoalescedReads();

    PublicCatalogue(Catalogue catalogue, CacheManager caches) {
        this.catalogue = catalogue;
        this.caches = caches;
    }

    @Cacheable(cacheNames = EVENT_CACHE, key = "#id", sync = true)
    public EventSnapshot event(long id) {
        return reads.read("event " + id, () -> catalogue.published(id));
    }

    @Cacheable(cacheNames = PAGE_CACHE, key = "#page + ' ' + #size + ' ' + #query.strip().toLowerCase()", sync = true)
    public EventSnapshotPage page(String query, int page, int size) {
        return reads.read("page " + page + " " + size + " " + query, () -> catalogue.published(query, page, size));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @CacheEvict(cacheNames = EVENT_CACHE, key = "#change.eventId()")
    public void evictEvent(PublicViewChanged change) {}

    /** A read that began before the commit may store the old event after the first eviction. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void evictLateReads(PublicViewChanged change) {
        LATER.execute(() -> {
            try {
                requireNonNull(caches.getCache(EVENT_CACHE)).evict(change.eventId());
                requireNonNull(caches.getCache(PAGE_CACHE)).clear();
            } catch (RuntimeException e) {
                log.debug("The caches are not available: {}", e.toString());
            }
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @CacheEvict(cacheNames = PAGE_CACHE, allEntries = true)
    public void evictPages(PublicViewChanged change) {}
}
