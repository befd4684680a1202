package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatIds;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.inventory.Api;
import podo.inventory.Instances;
import podo.inventory.InventoryIT;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.hold.store.Holds;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.starter.jdbc.Utc;
import podo.starter.problem.Problem;

/**
 * Fans hold, release, pay, give back and run out of time at random on two instances, while Redis is killed and frozen in
 * turn, database connections are cut in the middle of transactions, instances stop between door and judge for longer than
 * a lock's lease, and the strategies change. Whatever the schedule: every seat's life is one of a correct single-threaded
 * run, and all that a fan was told has happened. 100,000 steps with {@code -Dpodo.long=true}; another schedule with
 * {@code -Dpodo.seed=}.
 */
@InventoryIT
@Import(SeatTruth.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomLivesIT {

    private static final long SEED = Long.getLong("podo.seed", 20_261_123);
    private static final int STEPS = Boolean.getBoolean("podo.long") ? 100_000 : 2_000;
    private static final int PLAYERS = 8;
    private static final int CROWD = 6;
    private static final int SEATS = 60;
    /** Steps between two cut connections. */
    private static final int CUT = 10;
    /** Steps between two changes of strategy. */
    private static final int CHANGE = 25;
    /** Steps between two outages of Redis; the first one comes half as soon. */
    private static final int BREAK = Math.min(STEPS / PLAYERS / 3, 500);
    /** The longest a hold may take during an outage of Redis, on a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private Holds holds;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener money;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private HikariDataSource connections;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private final List<Instance> instances = new ArrayList<>();
    private final Promises promises = new Promises();
    private final Map<String, Hold> live = new ConcurrentHashMap<>();
    private final Map<String, Hold> paid = new ConcurrentHashMap<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger shared = new AtomicInteger();
    private ConfigurableApplicationContext other;
    private long[] fans;
    private long event;
    /** A fan whose seats nobody competes for. */
    private long quiet;

    private int killed;
    private int frozen;
    private Duration slowest = Duration.ZERO;

    private record Instance(
            HoldDesk desk, HoldLifecycle lifecycle, PaymentListener money, HoldStrategySelector strategies) {}

    @BeforeAll
    void startAnother() {
        other = Instances.another(environment, "podo.hold.lock-lease=" + PausingJudge.LONGEST.toMillis() / 4 + "ms");
        instances.add(new Instance(desk, lifecycle, money, strategies));
        instances.add(new Instance(
                other.getBean(HoldDesk.class),
                other.getBean(HoldLifecycle.class),
                other.getBean(PaymentListener.class),
                other.getBean(HoldStrategySelector.class)));
        event = halls.open(6, SEATS / 6);
        quiet = halls.open(10, 100);
        instances.forEach(instance -> change(instance.strategies(), settings.strategy(), SEED));
        fans = LongStream.generate(Api::newFan).limit(100).toArray();
    }

    @AfterAll
    void stopIt() {
        strategies.select(settings.strategy());
        connections.getHikariPoolMXBean().softEvictConnections();
        other.close();
    }

    @Test
    void everySeatsLifeIsOneOfASingleThreadedRun() throws Exception {
        try (ExecutorService players = Executors.newFixedThreadPool(PLAYERS)) {
            List<Future<?>> games = new ArrayList<>();
            for (int i = 0; i < PLAYERS; i++) {
                Random random = new Random(SEED + i);
                boolean breaker = i == 0;
                games.add(players.submit(() -> play(random, breaker)));
            }
            for (Future<?> game : games) {
                game.get();
            }
        }
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        again(() -> snapshot.executeWithoutResult(status -> check()));
    }

    private void play(Random random, boolean breaker) {
        for (int step = 0; step < STEPS / PLAYERS; step++) {
            if (breaker) {
                breakSomething(random, step);
            }
            attempt(() -> step(random, instances.get(random.nextInt(instances.size()))));
        }
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (Problem refused) {
            assertThat(refused.status().value()).isIn(409, 422);
        } catch (DataAccessException | TransactionException cut) {
            cuts.incrementAndGet();
        }
    }

    private void breakSomething(Random random, int step) {
        if (step % BREAK == BREAK / 2) {
            breakRedis((killed + frozen) % 2 == 0);
        }
        if (step % CUT == 0) {
            again(() -> cutAConnection(random));
        }
        if (step % CHANGE == 0) {
            // half of the time the strategy whose holds are batched
            HoldStrategy strategy = random.nextBoolean()
                    ? HoldStrategy.ATOMIC
                    : HoldStrategy.values()[random.nextInt(HoldStrategy.values().length)];
            change(instances.get(random.nextInt(instances.size())).strategies(), strategy, random.nextLong());
        }
    }

    private void change(HoldStrategySelector some, HoldStrategy strategy, long seed) {
        some.select(strategy);
        some.select(some.doorman(), new PausingJudge(some.judge(), seed, shared));
    }

    /** Simulates a process that dies: its transaction is rolled back, or committed without an answer. */
    private void cutAConnection(Random random) {
        // a connection in use now or a moment ago: cutting an idle one tests nothing
        List<Long> busiest = jdbc.sql("""
                        SELECT id FROM information_schema.processlist
                        WHERE user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AND id <> CONNECTION_ID()
                        ORDER BY command = 'Sleep', time LIMIT 5
                        """).query(Long.class).list();
        if (!busiest.isEmpty()) {
            jdbc.sql("KILL " + busiest.get(random.nextInt(busiest.size()))).update();
        }
        jdbc.sql("SELECT id FROM hold WHERE event_id = ? AND status = 'HELD'")
                .param(event)
                .query(String.class)
                .list()
                .forEach(id -> holds.find(id).ifPresent(hold -> live.putIfAbsent(id, hold)));
    }

    /** Redelivers a failed message, as Kafka does. */
    private void again(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (DataAccessException | TransactionException cut) {
                cuts.incrementAndGet();
                if (tries == 20) {
                    throw cut;
                }
            }
        }
    }

    private void step(Random random, Instance instance) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> hold(random, instance);
            case 3 -> crowd(random, instance);
            case 4 ->
                any(random, live).ifPresent(hold -> {
                    instance.lifecycle().release(hold);
                    promises.released(hold.id(), clock.instant());
                    live.remove(hold.id());
                });
            case 5, 6 -> any(random, live).ifPresent(hold -> pay(random, instance, hold));
            case 7 -> any(random, live).ifPresent(hold -> pin(instance, hold));
            case 8 -> any(random, live).ifPresent(this::expire);
            default -> any(random, paid).ifPresent(hold -> refund(random, instance, hold));
        }
    }

    private void hold(Random random, Instance instance) {
        // holds of fans known to the doorman are committed alone, those of others in a batch
        long fan = random.nextBoolean() ? Api.newFan() : fans[random.nextInt(fans.length)];
        hold(instance, fan, anySeats(random));
    }

    /** Fans who ask in the same moment, so that their holds share a transaction. */
    private void crowd(Random random, Instance instance) {
        try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD)) {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                List<Long> seats = anySeats(random);
                asked.add(crowd.submit(() -> attempt(() -> hold(instance, Api.newFan(), seats))));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> anySeats(Random random) {
        return random.ints(1, SEATS + 1)
                .distinct()
                .limit(1 + random.nextInt(4))
                .mapToObj(seq -> SeatIds.of(event, seq))
                .toList();
    }

    private void hold(Instance instance, long fan, List<Long> seats) {
        Hold hold = instance.desk().hold(TestHoldRequests.of(fan, event, seats, null));
        promises.held(hold);
        live.put(hold.id(), hold);
    }

    private Hold pin(Instance instance, Hold hold) {
        Hold pinned = instance.lifecycle().pin(hold.id());
        promises.lasts(pinned);
        return pinned;
    }

    /** Pays a pinned hold; sometimes the message comes twice or to both instances. */
    private void pay(Random random, Instance instance, Hold hold) {
        Hold pinned = pin(instance, hold);
        live.remove(hold.id());
        PaymentApproved seatChanges =
                new PaymentApproved(order(hold), "r", hold.id(), event, hold.fanId(), hold.seatIds(), 1, Instant.now());
        for (int times = random.nextInt(3); times >= 0; times--) {
            PaymentListener hearing =
                    instances.get(random.nextInt(instances.size())).money();
            again(() -> hearing.approved(seatChanges));
        }
        if (clock.instant().isBefore(pinned.heldUntil())) {
            promises.paid(hold.id(), order(hold));
        }
        paid.put(hold.id(), hold);
    }

    private static String order(Hold hold) {
        return "o-" + hold.id().substring(4);
    }

    private void refund(Random random, Instance instance, Hold hold) {
        List<Long> some =
                hold.seatIds().subList(0, 1 + random.nextInt(hold.seatIds().size()));
        if (some.size() == hold.seatIds().size()) {
            // otherwise in a long run most refunds would be repeated ones and all seats sold
            paid.remove(hold.id());
        }
        PaymentCancelled seatChanges =
                new PaymentCancelled("c-" + random.nextLong(), order(hold), "r", hold.id(), event, some, 1, 0);
        again(() -> instance.money().cancelled(seatChanges));
        again(() -> instance.money().cancelled(seatChanges));
        promises.refunded(hold.id(), some);
        again(() -> letOut(some));
    }

    private void letOut(List<Long> seats) {
        jdbc.sql("UPDATE returning_seat SET out_at = :past WHERE seat_id IN (:ids)")
                .param("past", past())
                .param("ids", seats)
                .update();
        jdbc.sql("UPDATE seat SET held_until = :past WHERE id IN (:ids) AND status = 'H' AND hold_id IS NULL")
                .param("past", past())
                .param("ids", seats)
                .update();
    }

    /** Ends a hold now, unless a payment has pinned it. */
    private void expire(Hold hold) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        again(() -> expire(hold, now));
    }

    private void expire(Hold hold, Instant now) {
        jdbc.sql("UPDATE hold SET held_until = :now WHERE id = :hold AND status = 'HELD' AND held_until > :now")
                .param("now", Utc.millis(now))
                .param("hold", hold.id())
                .update();
        Hold after = holds.find(hold.id()).orElseThrow();
        // read from the row: the update count is lost when the connection is cut after the commit
        if (after.heldUntil().equals(now)) {
            promises.ended(hold.id(), now);
            jdbc.sql("UPDATE seat SET held_until = :now WHERE id IN (:ids) AND hold_id = :hold AND status = 'H'")
                    .param("now", Utc.millis(now))
                    .param("ids", hold.seatIds())
                    .param("hold", hold.id())
                    .update();
        }
    }

    private void breakRedis(boolean kill) {
        if (kill) {
            killed++;
            TestServers.process(RealServer.REDIS).kill();
        } else {
            frozen++;
            TestServers.process(RealServer.REDIS).freeze();
        }
        try {
            instances.forEach(this::goOnAlone);
        } finally {
            if (kill) {
                TestServers.process(RealServer.REDIS).start();
            } else {
                TestServers.process(RealServer.REDIS).thaw();
            }
        }
    }

    /** A fan without rivals gets the seat without Redis, and quickly. */
    private void goOnAlone(Instance instance) {
        int seq = 2 * (killed + frozen) + instances.indexOf(instance);
        HoldRequest request = TestHoldRequests.of(Api.newFan(), quiet, TestHalls.seats(quiet, seq), "again if cut");
        Instant asked = Instant.now();
        again(() -> promises.held(instance.desk().hold(request)));
        Duration took = Duration.between(asked, Instant.now());
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    private void check() {
        List<SeatLives.Change> changes = new ArrayList<>(changes(event));
        changes.addAll(changes(quiet));
        SeatLives lives = new SeatLives(promises.areKept(jdbc, changes));
        lives.replay(changes);
        Map<Long, String> owners = new HashMap<>(owners(event));
        owners.putAll(owners(quiet));
        assertThat(lives.owners()).as("seed %d", SEED).isEqualTo(owners);
        allOrNothing(changes);
        noFanHasMoreThanFour();
        long sold = owners.values().stream()
                .filter(owner -> owner.startsWith("SOLD"))
                .count();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sold_seat WHERE seat_id BETWEEN ? AND ?")
                        .params(SeatIds.of(event, 1), SeatIds.of(event, SEATS))
                        .query(Long.class)
                        .single())
                .isEqualTo(sold);
        assertThat(promises.answered()).isGreaterThan(STEPS / 50);
        assertThat(cuts.get()).as("connections that were cut under somebody").isPositive();
        assertThat(shared.get()).as("transactions that holds shared").isPositive();
        assertThat(killed).as("times Redis was killed").isPositive();
        assertThat(frozen).as("times Redis was frozen").isPositive();
        assertThat(slowest).as("the longest wait without Redis").isLessThan(BOUND);
        System.out.printf(
                "random lives, seed %d: %d steps, %d holds answered, %d transactions shared, %d cuts, Redis killed %d times"
                        + " and frozen %d times, longest wait without it %d ms%n",
                SEED, STEPS, promises.answered(), shared.get(), cuts.get(), killed, frozen, slowest.toMillis());
    }

    private List<SeatLives.Change> changes(long of) {
        return jdbc.sql(
                        "SELECT seat_id, cause, hold_id, at FROM seat_history WHERE seat_id BETWEEN ? AND ? ORDER BY id")
                .params(SeatIds.of(of, 1), SeatIds.of(of + 1, 0))
                .query((row, n) -> new SeatLives.Change(
                        row.getLong("seat_id"),
                        Cause.valueOf(row.getString("cause")),
                        row.getString("hold_id"),
                        Utc.instant(row, "at")))
                .list();
    }

    private Map<Long, String> owners(long of) {
        Map<Long, String> owners = new HashMap<>();
        truth.seats(of).forEach((seat, row) -> {
            if (row.holdId() != null) {
                owners.put(seat, (row.status().equals("S") ? "SOLD " : "HELD ") + row.holdId());
            }
        });
        return owners;
    }

    private void allOrNothing(List<SeatLives.Change> changes) {
        Map<String, Long> taken = new HashMap<>();
        changes.stream()
                .filter(change -> change.cause() == Cause.HELD)
                .forEach(change -> taken.merge(String.valueOf(change.holdId()), 1L, Long::sum));
        taken.forEach((hold, seats) -> assertThat(holds.find(hold).orElseThrow().seatIds())
                .as("all or nothing")
                .hasSize(seats.intValue()));
    }

    private void noFanHasMoreThanFour() {
        assertThat(jdbc.sql("""
                        SELECT fan_id FROM hold
                        WHERE event_id = ? AND (status IN ('PINNED', 'SOLD') OR (status = 'HELD' AND held_until > ?))
                        GROUP BY fan_id HAVING SUM(seats) > 4
                        """)
                        .params(event, Utc.millis(clock.instant()))
                        .query(Long.class)
                        .list())
                .as("fans with more than their limit")
                .isEmpty();
    }

    private static Optional<Hold> any(Random random, Map<String, Hold> of) {
        List<Hold> all = List.copyOf(of.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static Object past() {
        return Utc.millis(Instant.now().minusSeconds(1));
    }
}
