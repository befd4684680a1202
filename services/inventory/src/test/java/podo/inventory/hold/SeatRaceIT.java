package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.seat.TestHalls;

/** Every strategy, before a crowd. */
@InventoryIT
@Import(SeatTruth.class)
class SeatRaceIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private Strategies strategies;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private HoldSettings settings;

    @AfterEach
    void asConfigured() {
        strategies.choose(settings.strategy());
    }

    @ParameterizedTest
    @EnumSource
    void onlyTenOfAHundredFansGetTheTenSeats(Strategy strategy) {
        strategies.choose(strategy);
        long event = halls.open(1, 10);

        var outcome = Crowd.rush(100, i -> {
            Wish wish = Wishes.byNewFan(event, TestHalls.seats(event, i % 10 + 1));
            return () -> desk.take(wish);
        });

        assertThat(outcome.holds()).hasSize(10);
        assertThat(outcome.refusals()).hasSize(90).allMatch(SeatsTaken.class::isInstance);
        truth.confirms(event, outcome.holds());
    }

    @ParameterizedTest
    @EnumSource
    void setsOfFourThatOverlapAreTakenWholeOrNotAtAll(Strategy strategy) {
        strategies.choose(strategy);
        long event = halls.open(4, 10);
        Random random = new Random(42);

        var outcome = Crowd.rush(100, i -> {
            List<Long> four = random.ints(1, 41)
                    .distinct()
                    .limit(4)
                    .boxed()
                    .flatMap(seq -> TestHalls.seats(event, seq).stream())
                    .toList();
            Wish wish = Wishes.byNewFan(event, four);
            return () -> desk.take(wish);
        });

        assertThat(outcome.holds()).isNotEmpty();
        assertThat(outcome.refusals()).allMatch(SeatsTaken.class::isInstance);
        truth.confirms(event, outcome.holds());
    }

    @ParameterizedTest
    @EnumSource
    void aFanWhoAsksTwentyTimesAtOnceGetsNoMoreThanTheLimit(Strategy strategy) {
        strategies.choose(strategy);
        long event = halls.open(2, 10);
        long fan = Api.newFan();

        var outcome = Crowd.rush(20, i -> {
            Wish wish = Wishes.of(fan, event, TestHalls.seats(event, i + 1), null);
            return () -> desk.take(wish);
        });

        assertThat(outcome.holds()).hasSizeBetween(1, 4);
        truth.confirms(event, outcome.holds());
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestManyTimesAtOnceIsOneHold(Strategy strategy) {
        strategies.choose(strategy);
        long event = halls.open(2, 10);
        long fan = Api.newFan();

        var outcome = Crowd.rush(10, i -> {
            Wish wish = Wishes.of(fan, event, TestHalls.seats(event, 1, 2), "tap-tap-tap");
            return () -> desk.take(wish);
        });

        assertThat(outcome.holds()).isNotEmpty();
        assertThat(outcome.holds().stream().map(Hold::id).distinct()).hasSize(1);
        Wish again = Wishes.of(fan, event, TestHalls.seats(event, 1, 2), "tap-tap-tap");
        assertThat(desk.take(again).id()).isEqualTo(outcome.holds().getFirst().id());
        assertThat(truth.seats(event).values().stream()
                        .filter(seat -> seat.status().equals("H")))
                .hasSize(2);
    }
}
