package podo.inventory.hold.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Crowd;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.SeatTruth;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.TooManySeats;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.hold.strategy.ConditionalJudge;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.hold.strategy.Judge;
import podo.inventory.hold.strategy.ScriptDoorman;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;
import podo.starter.security.EntryPass;

/** Holds in one batch do not affect each other. */
@InventoryIT
@Import(SeatTruth.class)
class BatchedHoldCommitterIT {

    private static final int FANS = 60;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private HeldSeats heldSeats;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private ScriptDoorman scriptDoorman;

    @Autowired
    private Halls hallCache;

    @Autowired
    private HoldTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource connections;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private long event;
    private LargestBatch largestBatch;

    @BeforeEach
    void openHall() {
        event = halls.open(10, 10);
        largestBatch = new LargestBatch(new ConditionalJudge(jdbc, clock));
        strategies.select(scriptDoorman, largestBatch);
    }

    @AfterEach
    void asConfigured() {
        strategies.select(settings.strategy());
    }

    @Test
    void fansWithoutRivalsShareTransactions() {
        var outcome = Crowd.rush(FANS, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i + 1));
            return () -> desk.hold(request);
        });

        assertThat(outcome.refusals()).isEmpty();
        truth.confirms(event, outcome.holds());
        assertThat(largestBatch.most()).isGreaterThan(1);
    }

    @Test
    void aHoldWithATakenSeatFailsAlone() {
        Hold before = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2)));
        redis.delete(SeatChangePublisher.marksKey(event));

        var outcome = Crowd.rush(FANS, i -> {
            List<Long> seats = i == 20 ? TestHalls.seats(event, 2, 90) : TestHalls.seats(event, i + 3);
            HoldRequest request = TestHoldRequests.byNewFan(event, seats);
            return () -> desk.hold(request);
        });

        assertThat(outcome.refusals()).singleElement().isInstanceOf(SeatsTaken.class);
        assertThat(outcome.holds()).hasSize(FANS - 1);
        outcome.holds().add(before);
        truth.confirms(event, outcome.holds());
    }

    @Test
    void aHoldBeyondTheLimitFailsAlone() {
        long fan = Api.newFan();
        Hold before = desk.hold(TestHoldRequests.of(fan, event, TestHalls.seats(event, 1, 2, 3, 4), null));
        redis.delete("inv:{" + event + "}:fan:" + fan);

        var outcome = Crowd.rush(FANS, i -> {
            HoldRequest request =
                    TestHoldRequests.of(i == 20 ? fan : Api.newFan(), event, TestHalls.seats(event, i + 5), null);
            return () -> desk.hold(request);
        });

        assertThat(outcome.refusals()).singleElement().isInstanceOf(TooManySeats.class);
        assertThat(outcome.holds()).hasSize(FANS - 1);
        outcome.holds().add(before);
        truth.confirms(event, outcome.holds());
    }

    @Test
    void eachSeatOfASharedTransactionIsItsOwnHoldsAndEndsWithIt() {
        var outcome = Crowd.rush(25, i -> {
            long fan = Api.newFan();
            EntryPass pass = new EntryPass("p" + fan, event, fan, Instant.now().plusSeconds(200 + i));
            List<Long> seats = i % 2 == 0
                    ? TestHalls.seats(event, 4 * i + 1)
                    : TestHalls.seats(event, 4 * i + 1, 4 * i + 2, 4 * i + 3, 4 * i + 4);
            return () -> desk.hold(new HoldRequest(event, fan, seats, pass, null, false, null));
        });

        assertThat(outcome.refusals()).isEmpty();
        assertThat(largestBatch.most()).isGreaterThan(1);
        for (Hold hold : outcome.holds()) {
            Object until = Utc.millis(hold.heldUntil());
            assertThat(jdbc.sql("SELECT hold_id, held_until FROM seat WHERE id IN (:ids)")
                            .param("ids", hold.seatIds())
                            .query((row, n) -> List.<Object>of(row.getString(1), row.getObject(2, LocalDateTime.class)))
                            .list())
                    .hasSize(hold.seatIds().size())
                    .containsOnly(List.<Object>of(hold.id(), until));
            assertThat(jdbc.sql("SELECT held_until FROM hold WHERE id = ?")
                            .param(hold.id())
                            .query(LocalDateTime.class)
                            .single())
                    .isEqualTo(until);
        }
    }

    @Test
    void aHoldWhoseRowIsLockedLeavesTheBatchAndTheOthersDoNotWait() {
        List<HoldDraft> drafts = List.of(draft(1, 2), draft(3), draft(4, 5));

        HoldTransactions.BatchResult result = transaction.execute(working -> {
            lockRow(2);
            return elsewhere(
                    () -> transactions.openUnlocked(drafts, hallCache.of(event), new ConditionalJudge(jdbc, clock)));
        });

        assertThat(result.locked()).containsExactly(drafts.getFirst());
        assertThat(result.opened())
                .containsExactlyInAnyOrder(drafts.get(1).hold(), drafts.get(2).hold());
        truth.confirms(event, List.copyOf(result.opened()));
    }

    @Test
    void aLockedSeatKeepsUpOnlyTheFanWhoWantsIt() {
        event = halls.open(10, 20);
        List<CompletableFuture<Hold>> fans = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(working -> {
                lockRow(1);
                long began = System.nanoTime();
                for (int seat = 1; seat <= 200; seat++) {
                    HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, seat));
                    fans.add(CompletableFuture.supplyAsync(() -> desk.hold(request), threads));
                }
                CompletableFuture.allOf(fans.subList(1, 200).toArray(CompletableFuture[]::new))
                        .join();
                // holds in one transaction with the first would have waited for the lock timeout
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(lockWait());
                assertThat(fans.getFirst()).isNotDone();
            });
        }
        List<Hold> holds = fans.stream().map(CompletableFuture::join).toList();
        truth.confirms(event, holds);
    }

    @Test
    void whenTheConnectionIsCutUnderSharedHoldsEachFanGetsTheSeatsAllTheSame() {
        AtomicInteger cuts = new AtomicInteger();
        strategies.select(scriptDoorman, new Interfering(largestBatch, () -> {
            if (cuts.getAndIncrement() == 0) {
                kill(jdbc.sql("SELECT CONNECTION_ID()").query(Long.class).single());
            }
        }));

        var outcome = rushForDifferentSeats();

        assertThat(cuts.get()).isPositive();
        assertThat(outcome.refusals()).isEmpty();
        truth.confirms(event, outcome.holds());
    }

    @Test
    void whenTheAnswerToTheCommitIsLostTheHoldsThatStandAreFoundAndNotMadeTwice() {
        AtomicInteger lost = new AtomicInteger();
        strategies.select(scriptDoorman, new Interfering(largestBatch, () -> {
            if (lost.getAndIncrement() < 3) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        throw new DataAccessResourceFailureException("the answer is lost");
                    }
                });
            }
        }));

        var outcome = rushForDifferentSeats();

        assertThat(lost.get()).isPositive();
        assertThat(outcome.refusals()).isEmpty();
        truth.confirms(event, outcome.holds());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM hold WHERE event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(FANS);
    }

    private Crowd.Outcome rushForDifferentSeats() {
        return Crowd.rush(FANS, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i + 1));
            return () -> desk.hold(request);
        });
    }

    private HoldDraft draft(int... seqs) {
        Instant until = clock.instant().plusSeconds(100);
        return new HoldDraft(
                new Hold(
                        HoldIds.next(),
                        event,
                        Api.newFan(),
                        TestHalls.seats(event, seqs),
                        List.of(),
                        1,
                        Hold.Status.HELD,
                        until,
                        "pass",
                        until,
                        0,
                        null),
                null);
    }

    private void lockRow(int seat) {
        jdbc.sql("SELECT id FROM seat WHERE id = ? FOR UPDATE")
                .param(TestHalls.seats(event, seat).getFirst())
                .query(Long.class)
                .single();
    }

    private Duration lockWait() {
        return Duration.ofSeconds(
                jdbc.sql("SELECT @@innodb_lock_wait_timeout").query(Long.class).single());
    }

    /** On a thread, and so a connection, of its own. */
    private static <T> T elsewhere(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call).join();
    }

    private void kill(long connection) {
        try (Connection another = connections.getConnection();
                Statement kill = another.createStatement()) {
            kill.execute("KILL " + connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs an action after a batch was decided. */
    private record Interfering(Judge judge, Runnable mishap) implements Judge {

        @Override
        public boolean award(Hold hold, int revision) {
            return judge.award(hold, revision);
        }

        @Override
        public boolean awardAll(List<Hold> holds, int revision) {
            boolean awarded = judge.awardAll(holds, revision);
            if (holds.size() > 1) {
                mishap.run();
            }
            return awarded;
        }
    }

    /** Records the largest batch. */
    private static final class LargestBatch implements Judge {

        private final Judge judge;
        private final AtomicInteger most = new AtomicInteger();

        LargestBatch(Judge judge) {
            this.judge = judge;
        }

        @Override
        public boolean award(Hold hold, int revision) {
            return judge.award(hold, revision);
        }

        @Override
        public boolean awardAll(List<Hold> holds, int revision) {
            most.accumulateAndGet(holds.size(), Math::max);
            return judge.awardAll(holds, revision);
        }

        int most() {
            return most.get();
        }
    }
}
