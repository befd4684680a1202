package podo.inventory.hold.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.store.Holds;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.Hall;

/**
 * Commits up to 32 concurrent holds of one hall in one transaction, so that statements and the flush to disk are paid once; each
 * fan is answered after the commit. A hold with rivals is committed alone from the start, because its failure would roll back
 * the batch. A hold whose seat row is locked leaves the batch and is committed alone, and when a batch fails each of its holds
 * is.
 */
@Component
@Primary
class BatchedHoldCommitter implements HoldCommitter {

    private static final int MAX_BATCH = 32;
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
    private final Timer longestWait;
    private final Semaphore failedRetries = new Semaphore(CONCURRENT_RETRIES);
    private final Semaphore lockedRetries = new Semaphore(CONCURRENT_RETRIES);
    /** Keyed by Hall identity: a changed hall is another object. An idle batcher refers to no hall, so its entry can go. */
    private final Cache<Hall, RequestBatcher<Item>> batchers =
            Caffeine.newBuilder().weakKeys().build();

    BatchedHoldCommitter(
            HoldTransactions transactions,
            SingleHoldCommitter single,
            Holds holds,
            HoldStrategySelector strategies,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.single = single;
        this.holds = holds;
        this.strategies = strategies;
        this.longestWait = meters.timer("podo.holds.wait");
    }

    @Override
    public boolean commit(HoldDraft draft, Hall hall, boolean withRivals) {
        if (withRivals) {
            return single.commit(draft, hall, true);
        }
        Item item = new Item(draft, hall, new CompletableFuture<>(), System.nanoTime());
        return batchers.get(hall, any -> new RequestBatcher<>(MAX_BATCH, STUCK_AFTER, this::commitBatch))
                .submit(item, item.committed());
    }

    /** For how many halls there is a batcher. */
    long batcherCount() {
        batchers.cleanUp();
        return batchers.estimatedSize();
    }

    private void commitBatch(List<Item> items) {
        longestWait.record(System.nanoTime() - items.getFirst().enqueuedAt(), TimeUnit.NANOSECONDS);
        if (items.size() == 1) {
            commitAlone(items.getFirst());
            return;
        }
        try {
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
