package podo.inventory.hold.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.store.Holds;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.Hall;

/**
 * Commits up to 32 concurrent holds of one hall in one transaction, so that statements and the flush to disk are paid once; each
 * fan is answered after the commit. A hold with rivals is committed alone from the start, because its failure would roll back
 * the batch. A hold whose seat row is locked leaves the batch and is committed alone, and when a batch fails each of its holds
 * is. Holds of places only, of which any may be had, share transactions of up to 128 whoever their rivals are: their counts are added
 * up in one UPDATE. A hold of seats and places is committed alone.
 */
@Component
@Primary
class BatchedHoldCommitter implements HoldCommitter {

    private static final int MAX_BATCH = 32;
    private static final int MAX_AREA_BATCH = 128;
    /** A batch that takes longer does not delay the next one. */
    private static final Duration STUCK_AFTER = Duration.ofMillis(100);
    /** At most so many retries at a time: each needs a connection, and one failed batch must not use them all. */
    private static final int CONCURRENT_RETRIES = 4;

    private record Item(HoldDraft draft, Hall hall, CompletableFuture<Boolean> committed, long enqueuedAt) {

        String holdId() {
            return draft.hold().id();
        }
    }

    private final HoldTransactions transactions;
    private final SingleHoldCommitter single;
    private final Holds holds;
    private final HoldStrategySelector strategies;
    private final AreaAdmission areas;
    private final Timer longestWait;
    private final Semaphore failedRetries = new Semaphore(CONCURRENT_RETRIES);
    private final Semaphore lockedRetries = new Semaphore(CONCURRENT_RETRIES);
    /** Keyed by Hall identity: a changed hall is another object. An idle batcher refers to no hall, so its entry can go. */
    private final Cache<Hall, RequestBatcher<Item>> batchers =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<Hall, RequestBatcher<Item>> areaBatchers =
            Caffeine.newBuilder().weakKeys().build();

    BatchedHoldCommitter(
            HoldTransactions transactions,
            SingleHoldCommitter single,
            Holds holds,
            HoldStrategySelector strategies,
            AreaAdmission areas,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.single = single;
        this.holds = holds;
        this.strategies = strategies;
        this.areas = areas;
        this.longestWait = meters.timer("podo.holds.wait");
    }

    @Override
    public boolean commit(HoldDraft draft, Hall hall, boolean withRivals) {
        boolean placesOnly = draft.hold().seatIds().isEmpty();
        boolean mixed = !placesOnly && !draft.hold().areas().isEmpty();
        if (mixed || (withRivals && !placesOnly)) {
            return single.commit(draft, hall, withRivals);
        }
        Item item = new Item(draft, hall, new CompletableFuture<>(), System.nanoTime());
        RequestBatcher<Item> batcher = placesOnly
                ? areaBatchers.get(
                        hall, any -> new RequestBatcher<>(MAX_AREA_BATCH, STUCK_AFTER, this::commitAreaBatch))
                : batchers.get(hall, any -> new RequestBatcher<>(MAX_BATCH, STUCK_AFTER, this::commitBatch));
        return batcher.submit(item, item.committed());
    }

    /** For how many halls there is a batcher. */
    long batcherCount() {
        batchers.cleanUp();
        return batchers.estimatedSize();
    }

    private void commitBatch(List<Item> items) {
        try {
            longestWait.record(System.nanoTime() - items.getFirst().enqueuedAt(), TimeUnit.NANOSECONDS);
            if (items.size() == 1) {
                commitAlone(items.getFirst());
                return;
            }
            HoldTransactions.BatchResult result = transactions.openUnlocked(
                    items.stream().map(Item::draft).toList(), items.getFirst().hall(), strategies.judge());
            items.stream()
                    .filter(item -> !result.locked().contains(item.draft()))
                    .forEach(item -> item.committed()
                            .complete(result.opened().contains(item.draft().hold())));
            retryEach(
                    items.stream()
                            .filter(item -> result.locked().contains(item.draft()))
                            .toList(),
                    lockedRetries);
        } catch (Throwable e) {
            recover(items, e);
        }
    }

    private void commitAreaBatch(List<Item> items) {
        try {
            longestWait.record(System.nanoTime() - items.getFirst().enqueuedAt(), TimeUnit.NANOSECONDS);
            Map<HoldDraft, AreaFull> refused =
                    areas.refuse(items.stream().map(Item::draft).toList());
            List<Item> admitted = items.stream()
                    .filter(item -> !refused.containsKey(item.draft()))
                    .toList();
            if (admitted.size() == 1) {
                commitAlone(admitted.getFirst());
            } else if (!admitted.isEmpty()) {
                openTogether(admitted);
            }
            List<Item> others = items.stream()
                    .filter(item -> refused.containsKey(item.draft()))
                    .toList();
            if (admitted.stream().allMatch(BatchedHoldCommitter::isCommitted)) {
                others.forEach(item -> item.committed().completeExceptionally(refused.get(item.draft())));
            } else {
                retryEach(others, failedRetries); // what an admitted hold did not take is theirs
            }
        } catch (Throwable e) {
            recover(items.stream().filter(item -> !item.committed().isDone()).toList(), e);
        }
    }

    private static boolean isCommitted(Item item) {
        return !item.committed().isCompletedExceptionally() && item.committed().join();
    }

    private void openTogether(List<Item> items) {
        List<Hold> opened = transactions.open(
                items.stream().map(Item::draft).toList(), items.getFirst().hall(), strategies.judge());
        Set<String> ids = opened.stream().map(Hold::id).collect(Collectors.toSet());
        items.forEach(item -> item.committed().complete(ids.contains(item.holdId())));
    }

    /** The failure may have come after the commit: holds that are in the database are committed, the others are retried. */
    private void recover(List<Item> items, Throwable failure) {
        try {
            Set<String> existing = SingleHoldCommitter.isRolledBack(failure)
                    ? Set.of()
                    : holds.findExisting(items.stream().map(Item::holdId).toList());
            items.stream()
                    .filter(item -> existing.contains(item.holdId()))
                    .forEach(item -> item.committed().complete(true));
            retryEach(
                    items.stream()
                            .filter(item -> !existing.contains(item.holdId()))
                            .toList(),
                    failedRetries);
        } catch (Throwable e) {
            // the database does not answer this query either: a retry for each hold would only add load
            items.forEach(item -> item.committed().completeExceptionally(failure));
        }
    }

    private void retryEach(List<Item> items, Semaphore permits) {
        for (Item item : items) {
            Thread.startVirtualThread(() -> {
                permits.acquireUninterruptibly();
                try {
                    commitAlone(item);
                } finally {
                    permits.release();
                }
            });
        }
    }

    private void commitAlone(Item item) {
        try {
            item.committed().complete(single.commit(item.draft(), item.hall(), false));
        } catch (Throwable e) {
            item.committed().completeExceptionally(e);
        }
    }
}
