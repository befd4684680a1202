package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import podo.inventory.InventoryIT;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.hold.strategy.Judge;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.TestServers;
import podo.stack.server.Database;

/** Experiment 18: seat rows are locked by another transaction, which does not end, or which waits for the hold in its turn. */
@InventoryIT
@Import(SeatTruth.class)
class LockedSeatsIT {

    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT = 1205;
    private static final String AWARDED = "awarded";

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

    /** How each try in the database ended. */
    private final Queue<Object> tries = new ConcurrentLinkedQueue<>();

    private long event;
    private Connection rival;

    @BeforeEach
    void openHall() throws SQLException {
        event = halls.open(4, 10);
        Judge judge = strategies.judge();
        strategies.select(strategies.doorman(), (hold, revision) -> {
            try {
                boolean awarded = judge.award(hold, revision);
                tries.add(awarded ? AWARDED : "denied");
                return awarded;
            } catch (RuntimeException e) {
                tries.add(
                        NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                                ? sql.getErrorCode()
                                : e);
                throw e;
            }
        });
        rival = TestServers.database().connect();
        rival.setCatalog(Database.schemaOf("inventory"));
        rival.setAutoCommit(false);
    }

    @AfterEach
    void asConfigured() throws SQLException {
        rival.close();
        strategies.select(settings.strategy());
    }

    @Test
    void aFanWaitsForLockedSeatsThreeTimesAtMostAndGetsNoPartOfTheSet() throws SQLException {
        List<Long> four = TestHalls.seats(event, 1, 2, 3, 4);
        lock(four.get(2));

        assertThatThrownBy(() -> desk.hold(TestHoldRequests.byNewFan(event, four)))
                .isInstanceOf(SeatsTaken.class);

        assertThat(tries).hasSizeBetween(2, 3).containsOnly(LOCK_WAIT);
        truth.confirms(event, List.of());
        rival.rollback();
        Hold next = desk.hold(TestHoldRequests.byNewFan(event, four));
        truth.confirms(event, List.of(next));
    }

    @Test
    void aFanWhoseTransactionWasTheVictimOfADeadlockGetsTheWholeSetAtTheSecondTry() throws Exception {
        List<Long> four = TestHalls.seats(event, 1, 2, 3, 4);
        // the server ends the transaction that has changed fewer rows
        execute("UPDATE seat SET version = version + 1 WHERE id IN ("
                + ids(TestHalls.seats(
                        event, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30))
                + ")");
        lock(four.get(3));
        CompletableFuture<Hold> hold = CompletableFuture.supplyAsync(
                () -> desk.hold(TestHoldRequests.byNewFan(event, four)), Thread::startVirtualThread);
        await().atMost(Duration.ofSeconds(4)).until(LockedSeatsIT::somebodyWaits);

        lock(four.get(0));

        await().atMost(Duration.ofSeconds(4)).until(() -> tries.contains(DEADLOCK));
        rival.rollback();
        truth.confirms(event, List.of(hold.get(60, TimeUnit.SECONDS)));
        assertThat(tries).containsExactly(DEADLOCK, AWARDED);
    }

    private void lock(long seat) throws SQLException {
        execute("SELECT id FROM seat WHERE id = " + seat + " FOR UPDATE");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = rival.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean somebodyWaits() throws SQLException {
        try (Connection operator = TestServers.database().connect();
                var statement = operator.createStatement();
                var waiting = statement.executeQuery(
                        "SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'")) {
            return waiting.next();
        }
    }

    private static String ids(List<Long> seats) {
        return String.join(",", seats.stream().map(String::valueOf).toList());
    }
}
