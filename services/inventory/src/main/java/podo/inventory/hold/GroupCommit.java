package podo.inventory.hold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.inventory.seat.Hall;

/**
 * Holds whose seats nobody else is after share a transaction with those asked for at the same moment: statements and the
 * flush to disk are paid once for all, and each fan is answered after the commit as ever. Where one spoils it for the
 * others, each goes alone. Fans with rivals go alone from the start, so that a loser takes nobody along.
 */
@Component
class GroupCommit {

    private static final int MOST = 32;
    /** So long a stuck transaction keeps up others who might have shared the next one. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private record Rider(Draft draft, CompletableFuture<Boolean> opened) {}

    private final HoldLedger ledger;
    private final Strategies strategies;
    /** By the very hall: one that was laid out anew is another. */
    private final Cache<Hall, NaturalBatches<Rider>> groups =
            Caffeine.newBuilder().weakKeys().build();

    GroupCommit(HoldLedger ledger, Strategies strategies) {
        this.ledger = ledger;
        this.strategies = strategies;
    }

    /** Whether the hold was opened, see {@link HoldLedger#take}; throws what the ledger throws. */
    boolean take(Draft draft, Hall hall, boolean withRivals) {
        if (withRivals) {
            return !ledger.take(List.of(draft), hall, strategies.judge()).isEmpty();
        }
        Rider rider = new Rider(draft, new CompletableFuture<>());
        groups.get(hall, all -> new NaturalBatches<>(MOST, riders -> together(riders, all)))
                .add(rider);
        try {
            return rider.opened().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Scheduled(fixedDelay = 100)
    void relieve() {
        groups.asMap().values().forEach(group -> group.waitNoLongerThan(PATIENCE));
    }

    private void together(List<Rider> riders, Hall hall) {
        try {
            Set<Hold> opened =
                    ledger.take(riders.stream().map(Rider::draft).toList(), hall, strategies.judge()).stream()
                            .collect(Collectors.toSet());
            riders.forEach(rider ->
                    rider.opened().complete(opened.contains(rider.draft().hold())));
        } catch (HoldLedger.NotAwarded | DuplicateKeyException | ConcurrencyFailureException e) {
            if (riders.size() == 1) {
                fail(riders, e);
            } else {
                riders.forEach(rider -> Thread.startVirtualThread(() -> together(List.of(rider), hall)));
            }
        } catch (Throwable e) {
            fail(riders, e);
        }
    }

    private static void fail(List<Rider> riders, Throwable e) {
        riders.forEach(rider -> rider.opened().completeExceptionally(e));
    }
}
