package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.payment.PaymentApproved;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.hold.strategy.Judge;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;

/** Every strategy under concurrent requests. */
@InventoryIT
@Import(SeatTruth.class)
class SeatRaceIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener money;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Clock clock;

    @AfterEach
    void asConfigured() {
        strategies.select(settings.strategy());
    }

    @ParameterizedTest
    @EnumSource
    void onlyTenOfAHundredFansGetTheTenSeats(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(1, 10);

        var outcome = Crowd.rush(100, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i % 10 + 1));
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).hasSize(10);
        assertThat(outcome.refusals()).hasSize(90).allMatch(SeatsTaken.class::isInstance);
        truth.confirms(event, outcome.holds());
    }

    @ParameterizedTest
    @EnumSource
    void setsOfFourThatOverlapAreTakenWholeOrNotAtAll(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(4, 10);
        long deadlocks = deadlocks();
        Random random = new Random(42);

        var outcome = Crowd.rush(100, i -> {
            List<Long> four = random.ints(1, 41)
                    .distinct()
                    .limit(4)
                    .boxed()
                    .flatMap(seq -> TestHalls.seats(event, seq).stream())
                    .toList();
            HoldRequest request = TestHoldRequests.byNewFan(event, four);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).isNotEmpty();
        assertThat(outcome.refusals()).allMatch(SeatsTaken.class::isInstance);
        truth.confirms(event, outcome.holds());
        assertThat(deadlocks() - deadlocks).as("all lock in one order").isZero();
        var seats = truth.seats(event);
        // with Redisson locks a fan who waits in vain never learns whether the holder got the seats
        if (strategy != HoldStrategy.DISTRIBUTED) {
            assertThat(outcome.refusals())
                    .allSatisfy(refused -> assertThat(((SeatsTaken) refused).seatIds())
                            .as("seats that were refused because others have them")
                            .anyMatch(seat -> seats.get(seat).status().equals("H")));
        }
    }

    /** The number of deadlocks. MySQL shows it only to administrators; there the test checks the rest. */
    private long deadlocks() {
        return jdbc.sql("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")
                .query((row, n) -> row.getLong("Value"))
                .optional()
                .orElse(0L);
    }

    @ParameterizedTest
    @EnumSource
    void aFanWhoAsksTwentyTimesAtOnceGetsNoMoreThanTheLimit(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(2, 10);
        long fan = Api.newFan();

        var outcome = Crowd.rush(20, i -> {
            HoldRequest request = TestHoldRequests.of(fan, event, TestHalls.seats(event, i + 1), null);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).hasSize(4);
        assertThat(outcome.refusals()).allMatch(TooManySeats.class::isInstance);
        truth.confirms(event, outcome.holds());
    }

    @ParameterizedTest
    @EnumSource
    void seatsThatAreBoughtOrBeingPaidCountAgainstTheLimitOfAFanWhoAsksTwentyTimesAtOnce(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(4, 10);
        long fan = Api.newFan();
        Hold bought = desk.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 21), null));
        money.approved(new PaymentApproved(
                "o-" + bought.id().substring(4), "r", bought.id(), event, fan, bought.seatIds(), 1, Instant.now()));
        Hold inTheAir = desk.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 22), null));
        lifecycle.pin(inTheAir.id());
        letLapse(inTheAir);
        desk.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 23), null));

        var outcome = Crowd.rush(20, i -> {
            HoldRequest request = TestHoldRequests.of(fan, event, TestHalls.seats(event, i + 1), null);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).hasSize(1);
        assertThat(outcome.refusals()).hasSize(19).allMatch(TooManySeats.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestManyTimesAtOnceIsOneHold(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(2, 10);
        long fan = Api.newFan();

        var outcome = Crowd.rush(10, i -> {
            HoldRequest request = TestHoldRequests.of(fan, event, TestHalls.seats(event, 1, 2, 3, 4), "tap-tap-tap");
            return () -> desk.hold(request);
        });

        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.holds().stream().map(Hold::id).distinct()).hasSize(1);
        HoldRequest again = TestHoldRequests.of(fan, event, TestHalls.seats(event, 1, 2, 3, 4), "tap-tap-tap");
        assertThat(desk.hold(again).id()).isEqualTo(outcome.holds().getFirst().id());
        assertThat(truth.seats(event).values().stream()
                        .filter(seat -> seat.status().equals("H")))
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void aHoldIsExtendedReleasedAndLapsesAndItsSeatsGoToTheNext(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(1, 10, TestHalls.show(inAMonth(), 4, 1, SingleSeatPolicy.OFF), "");
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2)));
        Hold extended = lifecycle.extend(hold, null);
        assertThat(extended.heldUntil()).isAfter(hold.heldUntil());
        assertThatThrownBy(() -> lifecycle.extend(extended, null))
                .isInstanceOfSatisfying(
                        HoldRefused.class, refused -> assertThat(refused.name()).isEqualTo("no-more-extensions"));
        assertThat(lifecycle.find(hold.id()).heldUntil()).isEqualTo(extended.heldUntil());
        lifecycle.release(lifecycle.find(hold.id()));

        Hold next = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 2, 3)));
        letLapse(next);
        Hold last = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2, 3)));

        assertThatThrownBy(() -> lifecycle.pin(next.id())).isInstanceOf(HoldRefused.class);
        assertThatThrownBy(() -> lifecycle.extend(lifecycle.find(next.id()), null))
                .isInstanceOf(HoldRefused.class);
        truth.confirms(event, List.of(last));
    }

    @ParameterizedTest
    @EnumSource
    void aFanWhoIsHeldUpBetweenDoorAndJudgeForTooLongGetsNothing(HoldStrategy strategy) throws Exception {
        strategies.select(strategy);
        Judge judge = strategies.judge();
        long event = halls.open(1, 10);
        List<Long> seats = TestHalls.seats(event, 4, 5);
        HoldRequest slow = TestHoldRequests.byNewFan(event, seats);
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        strategies.select(strategies.doorman(), (hold, revision) -> {
            if (hold.fanId() == slow.fanId() && asleep.getCount() > 0) {
                asleep.countDown();
                await(wake);
            }
            return judge.award(hold, revision);
        });
        CompletableFuture<Hold> sleeper = CompletableFuture.supplyAsync(() -> desk.hold(slow));
        await(asleep);

        Hold faster = onceTheDoorLetsPass(event, seats);
        wake.countDown();

        assertThatThrownBy(sleeper::get).hasCauseInstanceOf(SeatsTaken.class);
        truth.confirms(event, List.of(faster));
    }

    /** Locks and marks expire by themselves while their owner sleeps. */
    private Hold onceTheDoorLetsPass(long event, List<Long> seats) {
        AtomicReference<Hold> hold = new AtomicReference<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(SeatsTaken.class)
                .until(() -> {
                    hold.set(desk.hold(TestHoldRequests.byNewFan(event, seats)));
                    return true;
                });
        return hold.get();
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadProcessLeftBehindKeepsNobodyOutForLong(HoldStrategy strategy) {
        strategies.select(strategy);
        long event = halls.open(1, 10);
        long seat = TestHalls.seats(event, 7).getFirst();
        Duration left = Duration.ofMillis(300);
        // a lock without a holder, and a mark of an attempt that never ended
        redis.opsForHash().put("inv:seat:" + seat, "dead:1", "1");
        redis.expire("inv:seat:" + seat, left);
        redis.opsForHash()
                .put(
                        SeatChangePublisher.marksKey(event),
                        "7",
                        Long.toString(clock.instant().plus(left).toEpochMilli()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(SeatsTaken.class)
                .until(() -> {
                    Hold hold = desk.hold(TestHoldRequests.byNewFan(event, List.of(seat)));
                    truth.confirms(event, List.of(hold));
                    return true;
                });
    }

    private static Instant inAMonth() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private void letLapse(Hold hold) {
        Object past = Utc.millis(clock.instant().minusSeconds(1));
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ?")
                .params(past, hold.id())
                .update();
        jdbc.sql("UPDATE seat SET held_until = :past WHERE id IN (:ids)")
                .param("past", past)
                .param("ids", hold.seatIds())
                .update();
        redis.delete(SeatChangePublisher.marksKey(hold.eventId()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
