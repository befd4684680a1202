package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.seat.Hall;

class GroupCommitTest {

    private final GroupCommit commits = new GroupCommit(
            new Agreeing(), mock(Holds.class), mock(HoldStrategySelector.class), new SimpleMeterRegistry());

    @Test
    void theGroupOfAHallThatIsForgottenGoesAway() {
        Hold hold = hold();

        WeakReference<Hall> hall = useAndForgetHall(hold);

        await().untilAsserted(() -> {
            System.gc();
            assertThat(hall.get()).isNull();
            assertThat(commits.groups()).isZero();
        });
    }

    private WeakReference<Hall> useAndForgetHall(Hold hold) {
        Hall hall = hall();
        assertThat(commits.take(new HoldDraft(hold, null), hall, false)).isTrue();
        assertThat(commits.groups()).isOne();
        return new WeakReference<>(hall);
    }

    /** Opens every hold; not a mock, which would remember what it was called with. */
    private static final class Agreeing extends HoldTransactions {

        Agreeing() {
            super(mock(), mock(), mock());
        }

        @Override
        public List<Hold> take(List<HoldDraft> drafts, Hall hall, Judge judge) {
            return drafts.stream().map(HoldDraft::hold).toList();
        }
    }

    private static Hall hall() {
        Instant later = Instant.now().plusSeconds(1_000);
        return new Hall(1, 1, 1, 1, false, later, later, later, 4, 1, SingleSeatPolicy.OFF, List.of(), List.of());
    }

    private static Hold hold() {
        Instant later = Instant.now().plusSeconds(100);
        return new Hold(HoldIds.next(), 1, 2, List.of(1_000_001L), 1, Hold.Status.HELD, later, "pass", later, 0, null);
    }
}
