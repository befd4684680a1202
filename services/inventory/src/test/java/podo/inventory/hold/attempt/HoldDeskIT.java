package podo.inventory.hold.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Crowd;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.HoldStrategy;
import podo.inventory.hold.SeatTruth;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.SingleSeatLeft;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.strategy.Doorman;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.hold.strategy.Judge;
import podo.inventory.hold.strategy.NoDoorman;
import podo.inventory.seat.hall.TestHalls;

/** Answers to fans who do not get a new hold. */
@InventoryIT
@Import(SeatTruth.class)
class HoldDeskIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @AfterEach
    void asConfigured() {
        strategies.select(settings.strategy());
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestForAllThatOneMayHaveTwiceAtOnceIsNeverRefused(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(10, 10);
        for (int round = 0; round < 15; round++) {
            int first = 4 * round + 1;
            long fan = Api.newFan();
            List<Long> seats = TestHalls.seats(event, first, first + 1, first + 2, first + 3);

            var outcome = Crowd.rush(2, i -> () -> desk.hold(TestHoldRequests.of(fan, event, seats, "twice")));

            assertThat(outcome.refusals()).isEmpty();
            assertThat(outcome.holds().stream().map(Hold::id).distinct()).hasSize(1);
        }
    }

    @Test
    void whoGivesUpBecauseOfRivalsIsToldOnlyOfTheSeatsThatAreTaken() {
        long event = halls.open(1, 10);
        desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 2)));
        strategies.select(new NoDoorman(), (hold, revision) -> {
            throw new CannotAcquireLockException("rivals");
        });

        assertThatThrownBy(() -> desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2, 3))))
                .asInstanceOf(type(SeatsTaken.class))
                .extracting(SeatsTaken::seatIds)
                .isEqualTo(TestHalls.seats(event, 2));
        assertThatThrownBy(() -> desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 4, 5))))
                .asInstanceOf(type(SeatsTaken.class))
                .extracting(SeatsTaken::seatIds)
                .isEqualTo(TestHalls.seats(event, 4, 5));
    }

    /** A change of prices locks every seat of the hall, and a hold beside it may fail more than once although nobody wants its seat. */
    @Test
    void aSeatThatNobodyHasIsNotCalledTaken() {
        long event = halls.open(1, 10);
        Judge judge = strategies.judge();
        AtomicInteger collisions = new AtomicInteger();
        strategies.select(new NoDoorman(), (hold, revision) -> {
            if (collisions.incrementAndGet() <= 5) {
                throw new CannotAcquireLockException("a change of prices");
            }
            return judge.award(hold, revision);
        });

        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1)));

        assertThat(collisions).hasValue(6);
        truth.confirms(event, List.of(hold));
    }

    @Test
    void whereNoSeatMayBeLeftAloneTheDoormanStillComesBeforeTheDatabaseIsAsked() {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        long event = halls.open(1, 5, TestHalls.show(later, 4, SingleSeatPolicy.FORBID), "");
        List<Long> second = TestHalls.seats(event, 2);
        strategies.select(new ClosedDoor(), strategies.judge());
        assertThatThrownBy(() -> desk.hold(TestHoldRequests.byNewFan(event, second)))
                .isInstanceOf(SeatsTaken.class);

        strategies.select(settings.strategy());
        assertThatThrownBy(() -> desk.hold(TestHoldRequests.byNewFan(event, second)))
                .isInstanceOf(SingleSeatLeft.class);
        // and the mark of the refused attempt is gone
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2)));
        truth.confirms(event, List.of(hold));
    }

    private static final class ClosedDoor implements Doorman {

        @Override
        public <T> T admit(HoldRequest request, Function<Boolean, T> judged) {
            throw SeatsTaken.asMarked(request.seatIds());
        }
    }
}
