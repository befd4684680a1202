package podo.inventory.hold;

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
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.seat.Hall;

/**
 * Holds whose seats nobody else is after share a transaction with those asked for at the same moment: statements and the
 * flush to disk are paid once for all, and each fan is answered after the commit as ever. What goes wrong with one is not
 * the others' business: who would have to wait for a seat's row goes alone, and when a shared transaction fails, each of
 * its fans does. Fans with rivals go alone from the start, so that a loser takes nobody along.
 */
@Component
class GroupCommit {

    private static final int MOST = 32;
    /** So long a stuck transaction keeps up others who might have shared the next one. */
    private static final Duration PATIENCE = Duration.ofMillis(100);
    /** So many go alone at a time: each needs a connection, and a failed batch of loners must not take them all. */
    private static final int LONERS = 4;

    private record Rider(HoldDraft draft, Hall hall, CompletableFuture<Boolean> opened, long since) {}

    private final HoldTransactions ledger;
    private final Holds holds;
    private final HoldStrategySelector strategies;
    private final Timer oldestWait;
    private final Semaphore again = new Semaphore(LONERS);
    private final Semaphore waitingForRows = new Semaphore(LONERS);
    /** By the very hall: one that was laid out anew is another. Nothing in a group holds on to it between trips. */
    private final Cache<Hall, RequestBatcher<Rider>> groups =
            Caffeine.newBuilder().weakKeys().build();

    GroupCommit(HoldTransactions ledger, Holds holds, HoldStrategySelector strategies, MeterRegistry meters) {
        this.ledger = ledger;
        this.holds = holds;
        this.strategies = strategies;
        this.oldestWait = meters.timer("podo.holds.wait");
    }

    /** Whether the hold was opened, see {@link HoldTransactions#take}; throws what the ledger throws. */
    boolean take(HoldDraft draft, Hall hall, boolean withRivals) {
        if (withRivals) {
            return alone(draft, hall);
        }
        Rider rider = new Rider(draft, hall, new CompletableFuture<>(), System.nanoTime());
        return groups.get(hall, any -> new RequestBatcher<>(MOST, PATIENCE, this::together))
                .carry(rider, rider.opened());
    }

    /** How many halls have a group. */
    long groups() {
        groups.cleanUp();
        return groups.estimatedSize();
    }

    private void together(List<Rider> riders) {
        oldestWait.record(System.nanoTime() - riders.getFirst().since(), TimeUnit.NANOSECONDS);
        if (riders.size() == 1) {
            alone(riders.getFirst());
            return;
        }
        try {
            HoldTransactions.Shared done = ledger.takeTogether(
                    riders.stream().map(Rider::draft).toList(),
                    riders.getFirst().hall(),
                    strategies.judge());
            riders.stream()
                    .filter(rider -> !done.aside().contains(rider.draft()))
                    .forEach(rider -> rider.opened()
                            .complete(done.opened().contains(rider.draft().hold())));
            eachAlone(
                    riders.stream()
                            .filter(rider -> done.aside().contains(rider.draft()))
                            .toList(),
                    waitingForRows);
        } catch (Throwable e) {
            comeApart(riders, e);
        }
    }

    /** The failure may have come after the commit: those whose holds are there have them. */
    private void comeApart(List<Rider> riders, Throwable failure) {
        try {
            Set<String> there = isRolledBack(failure)
                    ? Set.of()
                    : holds.there(riders.stream()
                            .map(rider -> rider.draft().hold().id())
                            .toList());
            riders.stream()
                    .filter(rider -> there.contains(rider.draft().hold().id()))
                    .forEach(rider -> rider.opened().complete(true));
            eachAlone(
                    riders.stream()
                            .filter(rider ->
                                    !there.contains(rider.draft().hold().id()))
                            .toList(),
                    again);
        } catch (Throwable e) {
            // the database does not even answer that: asking again for each would only load it more
            riders.forEach(rider -> rider.opened().completeExceptionally(failure));
        }
    }

    private void eachAlone(List<Rider> riders, Semaphore turns) {
        for (Rider rider : riders) {
            Thread.startVirtualThread(() -> {
                turns.acquireUninterruptibly();
                try {
                    alone(rider);
                } finally {
                    turns.release();
                }
            });
        }
    }

    private void alone(Rider rider) {
        try {
            rider.opened().complete(alone(rider.draft(), rider.hall()));
        } catch (Throwable e) {
            rider.opened().completeExceptionally(e);
        }
    }

    /** The hold's id is the same at every try, so that one whose commit was not answered is found and not made twice. */
    private boolean alone(HoldDraft draft, Hall hall) {
        try {
            return !ledger.take(List.of(draft), hall, strategies.judge()).isEmpty();
        } catch (RuntimeException e) {
            if (isRolledBack(e) || e instanceof CannotCreateTransactionException || !isThere(draft, e)) {
                throw e;
            }
            return true;
        }
    }

    private boolean isThere(HoldDraft draft, RuntimeException failure) {
        try {
            return !holds.there(List.of(draft.hold().id())).isEmpty();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    private static boolean isRolledBack(Throwable failure) {
        return failure instanceof HoldTransactions.NotAwarded || failure instanceof ConcurrencyFailureException;
    }
}
