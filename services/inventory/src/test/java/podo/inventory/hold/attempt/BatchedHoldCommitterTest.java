package podo.inventory.hold.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.store.Holds;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.hold.strategy.Judge;
import podo.inventory.seat.Hall;

class BatchedHoldCommitterTest {

    private final HoldTransactions transactions = new OpeningTransactions();
    private final Holds holds = mock();
    private final HoldStrategySelector strategies = mock();
    private final BatchedHoldCommitter committer = new BatchedHoldCommitter(
            transactions,
            new SingleHoldCommitter(transactions, holds, strategies),
            holds,
            strategies,
            mock(),
            new SimpleMeterRegistry());

    @Test
    void theBatcherOfAnEvictedHallGoesAway() {
        Hold hold = hold();

        WeakReference<Hall> hall = useAndEvictHall(hold);

        await().untilAsserted(() -> {
            System.gc();
            assertThat(hall.get()).isNull();
            assertThat(committer.batcherCount()).isZero();
        });
    }

    private WeakReference<Hall> useAndEvictHall(Hold hold) {
        Hall hall = hall();
        assertThat(committer.commit(new HoldDraft(hold, null), hall, false)).isTrue();
        assertThat(committer.batcherCount()).isOne();
        return new WeakReference<>(hall);
    }

    /** Opens every hold; a mock would keep references to its arguments. */
    private static final class OpeningTransactions extends HoldTransactions {

        OpeningTransactions() {
            super(mock(), mock(), mock(), mock());
        }

        @Override
        public List<Hold> open(List<HoldDraft> drafts, Hall hall, Judge judge) {
            return drafts.stream().map(HoldDraft::hold).toList();
        }
    }

    private static Hall hall() {
        Instant later = Instant.now().plusSeconds(1_000);
        return new Hall(
                1,
                1,
                1,
                1,
                false,
                later,
                Instant.EPOCH,
                later,
                later,
                4,
                1,
                SingleSeatPolicy.OFF,
                List.of(),
                List.of());
    }

    private static Hold hold() {
        Instant later = Instant.now().plusSeconds(100);
        return new Hold(
                HoldIds.next(),
                1,
                2,
                List.of(1_000_001L),
                List.of(),
                1,
                Hold.Status.HELD,
                later,
                "pass",
                later,
                0,
                null);
    }
}
