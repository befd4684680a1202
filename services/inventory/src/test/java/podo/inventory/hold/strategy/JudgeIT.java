package podo.inventory.hold.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Crowd;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.SeatTruth;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.seat.hall.TestHalls;

/** OWASP ASVS 2.3.4: whatever the doorman does, the judge lets no seat have two owners; without the judge it happens. */
@InventoryIT
@Import(SeatTruth.class)
class JudgeIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private LockingDoorman locked;

    @Autowired
    private HeldSeats heldSeats;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    private long event;
    private List<Long> seat;

    @BeforeEach
    void openHall() {
        event = halls.open(1, 10);
        seat = TestHalls.seats(event, 5);
    }

    @AfterEach
    void asConfigured() {
        strategies.select(settings.strategy());
    }

    @Test
    void aLockHolderWhoSleepsPastTheLeaseGetsNothing() throws Exception {
        Judge judge = new ConditionalJudge(jdbc, clock);
        Hold second = sleepPastTheLease(judge, false);
        truth.confirms(event, List.of(second));
    }

    @Test
    void withoutTheJudgeTheSleeperAndTheOtherBothGetTheSeat() throws Exception {
        Judge nobody = new CredulousJudge(jdbc, heldSeats, () -> {});
        sleepPastTheLease(nobody, true);
    }

    /** The first fan has the lock and sleeps while it runs out; the second comes and goes; the first wakes up. */
    private Hold sleepPastTheLease(Judge judge, boolean bothWin) throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        HoldRequest first = TestHoldRequests.byNewFan(event, seat);
        Judge sleepy = new SleepyJudge(judge, first.fanId(), asleep, wake);
        strategies.select(locked, sleepy);
        CompletableFuture<Hold> sleeper = CompletableFuture.supplyAsync(() -> desk.hold(first));
        asleep.await();
        assertThat(redis.hasKey("inv:seat:" + seat.getFirst()))
                .as("it has the lock")
                .isTrue();
        // the lock is not removed: its lease runs out
        await().atMost(Duration.ofSeconds(30)).until(() -> !redis.hasKey("inv:seat:" + seat.getFirst()));
        Hold second = desk.hold(TestHoldRequests.byNewFan(event, seat));
        wake.countDown();
        if (bothWin) {
            assertThat(sleeper.get().seatIds()).isEqualTo(second.seatIds());
        } else {
            assertThatThrownBy(sleeper::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SeatsTaken.class);
        }
        return second;
    }

    /** Sleeps before the judge's last statement when it is this fan's turn. */
    private record SleepyJudge(Judge judge, long sleeper, CountDownLatch asleep, CountDownLatch wake) implements Judge {

        @Override
        public boolean award(Hold hold, int revision) {
            if (hold.fanId() != sleeper || wake.getCount() == 0) {
                return judge.award(hold, revision);
            }
            if (judge instanceof CredulousJudge credulous) {
                return credulous.lookingBefore(this::sleep).award(hold, revision);
            }
            sleep();
            return judge.award(hold, revision);
        }

        private void sleep() {
            asleep.countDown();
            try {
                wake.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void withNobodyAtTheDoorTheJudgeAloneSellsEachSeatOnce() {
        strategies.select(new NoDoorman(), new ConditionalJudge(jdbc, clock));
        var outcome = Crowd.rush(100, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i % 10 + 1));
            return () -> desk.hold(request);
        });
        assertThat(outcome.holds()).hasSize(10);
        truth.confirms(event, outcome.holds());
    }

    @Test
    void withNeitherDoormanNorJudgeTheDoubleSaleIsSeen() {
        CyclicBarrier together = new CyclicBarrier(2);
        strategies.select(new NoDoorman(), new CredulousJudge(jdbc, heldSeats, () -> meet(together)));

        var outcome = Crowd.rush(2, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, seat);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).hasSize(2);
        assertThatThrownBy(() -> truth.confirms(event, outcome.holds())).isInstanceOf(AssertionError.class);
    }

    @Test
    void theRegisterOfSoldSeatsTakesNoSeatTwice() {
        List<Integer> entered = new ArrayList<>();
        for (String order : List.of("order-1", "order-2")) {
            try {
                entered.add(
                        jdbc.sql("INSERT INTO sold_seat (seat_id, hold_id, order_id, sold_at) VALUES (?, '', ?, NOW())")
                                .params(seat.getFirst(), order)
                                .update());
            } catch (DuplicateKeyException e) {
                entered.add(0);
            }
        }
        assertThat(entered).containsExactly(1, 0);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
