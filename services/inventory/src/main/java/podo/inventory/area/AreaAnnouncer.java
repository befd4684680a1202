package podo.inventory.area;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.seat.SeatChangePublisher;

/**
 * Publishes after the commit how many places are left. Changes of one event that happen together share one query and one message; the
 * area's version lets the later number win.
 */
@Component
public class AreaAnnouncer {

    private static final Logger log = LoggerFactory.getLogger(AreaAnnouncer.class);
    private static final int MAX_BATCH = 256;
    private static final Duration STUCK_AFTER = Duration.ofMillis(100);

    private record Item(Collection<Long> areaIds, CompletableFuture<Boolean> published) {}

    private final AreaPlaces places;
    private final SeatChangePublisher seatChanges;
    private final Cache<Long, RequestBatcher<Item>> batchersByEvent =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    AreaAnnouncer(AreaPlaces places, SeatChangePublisher seatChanges) {
        this.places = places;
        this.seatChanges = seatChanges;
    }

    /** Returns when the areas are published, or noted to be made up for when Redis answers again. */
    public void announce(long eventId, Collection<Long> areaIds) {
        if (areaIds.isEmpty()) {
            return;
        }
        Item item = new Item(areaIds, new CompletableFuture<>());
        batchersByEvent
                .get(
                        eventId,
                        event -> new RequestBatcher<>(MAX_BATCH, STUCK_AFTER, items -> announceBatch(event, items)))
                .submit(item, item.published());
    }

    private void announceBatch(long eventId, List<Item> items) {
        try {
            List<Long> areaIds = items.stream()
                    .flatMap(item -> item.areaIds().stream())
                    .distinct()
                    .toList();
            seatChanges.publishAreas(
                    eventId,
                    places.look(areaIds).values().stream()
                            .map(look -> new SeatChangePublisher.AreaState(
                                    look.areaId(), look.available(), look.version(), look.nextEnd()))
                            .toList());
        } catch (DataAccessException | TransactionException e) {
            log.warn("Event {}: what is left in its areas could not be read: {}", eventId, e.toString());
            seatChanges.publishReload(eventId);
        } finally {
            items.forEach(item -> item.published().complete(true));
        }
    }
}
