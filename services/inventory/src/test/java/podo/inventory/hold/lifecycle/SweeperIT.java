package podo.inventory.hold.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatIds;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Hold;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.sale.SoldSeats;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;

/** One instance sweeps at a time, in batches, skipping locked rows. The service's own sweeper is disabled here. */
@InventoryIT
class SweeperIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private LapsedHolds lapsedHolds;

    @Autowired
    private SoldSeats sold;

    @Autowired
    private SeatHistory history;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SeatChangePublisher seatChanges;

    @Autowired
    private Clock clock;

    @Autowired
    private Holds holds;

    @Autowired
    private TestHalls halls;

    private long event;

    @BeforeEach
    void sendTheServicesOwnSweeperOffDuty() {
        event = halls.open(10, 100);
        shift("nobody", Duration.ofHours(1));
    }

    @AfterEach
    void letItComeBack() {
        shift("nobody", Duration.ofHours(-1));
    }

    @Test
    void whileOneHasTheShiftTheOtherLeavesAllAsItIsAndTakesOverWhenTheFirstIsGone() {
        Sweeper first = sweeper();
        Sweeper second = sweeper();
        takeTheShiftFor(first);
        Hold lapsed = lapsed(1);

        second.sweep();
        assertThat(status(lapsed)).isEqualTo(Hold.Status.HELD);
        first.sweep();
        assertThat(status(lapsed)).isEqualTo(Hold.Status.LAPSED);

        Hold later = lapsed(2);
        jdbc.sql("UPDATE shift SET until = ? WHERE name = 'sweep'")
                .param(Utc.millis(clock.instant().minusSeconds(1)))
                .update();
        await().atMost(PATIENCE).until(() -> isTidiedBy(second, later));
    }

    @Test
    void aHoldThatSomebodyWorksOnIsLeftOutAndTheOthersAreNotKeptWaiting() {
        Sweeper sweeper = sweeper();
        takeTheShiftFor(sweeper);
        Hold busy = lapsed(1);
        Hold other = lapsed(2);

        transaction.executeWithoutResult(working -> {
            holds.lock(busy.id());
            Thread sweep = Thread.startVirtualThread(sweeper::sweep);
            await().atMost(PATIENCE).until(() -> status(other) == Hold.Status.LAPSED);
            assertThat(status(busy)).isEqualTo(Hold.Status.HELD);
            await().atMost(PATIENCE).until(() -> !sweep.isAlive());
        });

        await().atMost(PATIENCE).until(() -> isTidiedBy(sweeper, busy));
    }

    @Test
    void moreThanOneBatchIsTidiedUpAtOnceAndEachSeatsLifeSaysSo() {
        List<Hold> many = new ArrayList<>();
        for (int seat = 1; seat <= 450; seat++) {
            many.add(desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, seat))));
        }
        many.forEach(this::letLapse);
        Sweeper sweeper = sweeper();
        takeTheShiftFor(sweeper);

        sweeper.sweep();

        await().atMost(PATIENCE).until(() -> many.stream().allMatch(hold -> status(hold) == Hold.Status.LAPSED));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM seat_history WHERE seat_id BETWEEN ? AND ? AND cause = ?")
                        .params(
                                event * SeatIds.SEATS_PER_EVENT,
                                event * SeatIds.SEATS_PER_EVENT + SeatIds.SEATS_PER_EVENT - 1,
                                Cause.LAPSED.name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(450);
    }

    /** The service's own sweeper may have had the lease for a moment. */
    private boolean isTidiedBy(Sweeper sweeper, Hold hold) {
        sweeper.sweep();
        return status(hold) == Hold.Status.LAPSED;
    }

    private Sweeper sweeper() {
        return new Sweeper(jdbc, lapsedHolds, sold, history, transaction, seatChanges, clock);
    }

    /** Frees the lease until this sweeper gets it. */
    private void takeTheShiftFor(Sweeper sweeper) {
        await().atMost(PATIENCE).until(() -> {
            shift("nobody", Duration.ofHours(-1));
            sweeper.sweep();
            boolean mine = jdbc.sql("SELECT owner FROM shift WHERE name = 'sweep'")
                    .query(String.class)
                    .single()
                    .equals(sweeper.instanceId());
            shift(mine ? sweeper.instanceId() : "nobody", Duration.ofHours(1));
            return mine;
        });
    }

    private void shift(String owner, Duration until) {
        jdbc.sql("UPDATE shift SET owner = ?, until = ? WHERE name = 'sweep'")
                .params(owner, Utc.millis(clock.instant().plus(until)))
                .update();
    }

    private Hold lapsed(int seat) {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, seat)));
        letLapse(hold);
        return hold;
    }

    private void letLapse(Hold hold) {
        Instant past = clock.instant().minusSeconds(1);
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ?")
                .params(Utc.millis(past), hold.id())
                .update();
        jdbc.sql("UPDATE seat SET held_until = :past WHERE id IN (:ids)")
                .param("past", Utc.millis(past))
                .param("ids", hold.seatIds())
                .update();
    }

    private Hold.Status status(Hold hold) {
        return holds.find(hold.id()).orElseThrow().status();
    }
}
