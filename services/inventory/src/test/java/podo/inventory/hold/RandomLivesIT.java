package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.door.problem.Problem;
import podo.inventory.Api;
import podo.inventory.Instances;
import podo.inventory.InventoryIT;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.TestHalls;
import podo.inventory.time.Utc;
import podo.stack.junit.RealServer;
import podo.stack.junit.Servers;

/**
 * Fans hold, release, pay, give back and run out of time at random on two instances, while Redis is paused and killed,
 * database connections are cut in the middle of transactions, instances stop between door and judge for longer than a
 * lock's lease, and the strategies change. Whatever the schedule: every seat's life is one of a correct single-threaded
 * run. 100,000 steps with {@code -Dpodo.long=true}; another schedule with {@code -Dpodo.seed=}.
 */
@InventoryIT
@Import(SeatTruth.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomLivesIT {

    private static final long SEED = Long.getLong("podo.seed", 20_261_123);
    private static final int STEPS = Boolean.getBoolean("podo.long") ? 100_000 : 2_000;
    private static final int PLAYERS = 8;
    private static final int SEATS = 60;
    /** Steps between two cut connections. */
    private static final int CUT = 10;
    /** Steps between two changes of strategy. */
    private static final int CHANGE = 25;

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
    private StringRedisTemplate redis;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldCare care;

    @Autowired
    private MoneyHearing money;

    @Autowired
    private Strategies strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private HikariDataSource connections;

    private final List<Instance> instances = new ArrayList<>();
    private final Set<String> expired = ConcurrentHashMap.newKeySet();
    private final Map<String, Hold> live = new ConcurrentHashMap<>();
    private final Map<String, Hold> paid = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private ConfigurableApplicationContext other;
    private long[] fans;
    private long event;

    private record Instance(HoldDesk desk, HoldCare care, MoneyHearing money, Strategies strategies) {}

    @BeforeAll
    void startAnother() {
        other = Instances.another(environment, "podo.hold.lock-lease=" + Stall.LONGEST.toMillis() / 4 + "ms");
        instances.add(new Instance(desk, care, money, strategies));
        instances.add(new Instance(
                other.getBean(HoldDesk.class),
                other.getBean(HoldCare.class),
                other.getBean(MoneyHearing.class),
                other.getBean(Strategies.class)));
        event = halls.open(6, SEATS / 6);
        fans = LongStream.generate(Api::newFan).limit(100).toArray();
    }

    @AfterAll
    void stopIt() {
        strategies.choose(settings.strategy());
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
        check();
    }

    private void play(Random random, boolean breaker) {
        for (int step = 0; step < STEPS / PLAYERS; step++) {
            if (breaker) {
                breakSomething(random, step);
            }
            try {
                step(random, instances.get(random.nextInt(instances.size())));
            } catch (Problem refused) {
                assertThat(refused.status().value()).isIn(404, 409, 422);
            } catch (DataAccessException | TransactionException cut) {
                cuts.incrementAndGet();
            }
        }
    }

    private void breakSomething(Random random, int step) {
        if (step % (STEPS / PLAYERS / 3) == 100) {
            breakRedis(step % 2 == 0);
        }
        if (step % CUT == 0) {
            again(() -> cutAConnection(random));
        }
        if (step % CHANGE == 0) {
            Strategies some = instances.get(random.nextInt(instances.size())).strategies();
            some.choose(Strategy.values()[random.nextInt(Strategy.values().length)]);
            some.choose(some.doorman(), new Stall(some.judge(), random.nextLong()));
        }
    }

    /** What the database sees of a process that dies: its transaction is rolled back, or was committed unanswered. */
    private void cutAConnection(Random random) {
        List<Long> all = jdbc.sql("""
                        SELECT id FROM information_schema.processlist
                        WHERE user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AND id <> CONNECTION_ID()
                        """).query(Long.class).list();
        if (!all.isEmpty()) {
            jdbc.sql("KILL " + all.get(random.nextInt(all.size()))).update();
        }
        jdbc.sql("SELECT id FROM hold WHERE event_id = ? AND status = 'HELD'")
                .param(event)
                .query(String.class)
                .list()
                .forEach(id -> holds.find(id).ifPresent(hold -> live.putIfAbsent(id, hold)));
    }

    /** As Kafka says a message again that could not be worked on. */
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
            case 0, 1, 2, 3 -> hold(random, instance);
            case 4 ->
                any(random, live).ifPresent(hold -> {
                    instance.care().release(hold);
                    live.remove(hold.id());
                });
            case 5, 6 -> any(random, live).ifPresent(hold -> pay(random, instance, hold));
            case 7 -> any(random, live).ifPresent(hold -> instance.care().pin(hold.id()));
            case 8 -> any(random, live).ifPresent(hold -> again(() -> expire(hold)));
            default -> any(random, paid).ifPresent(hold -> refund(random, instance, hold));
        }
    }

    private void hold(Random random, Instance instance) {
        List<Long> seats = random.ints(1, SEATS + 1)
                .distinct()
                .limit(1 + random.nextInt(4))
                .mapToObj(seq -> Seat.id(event, seq))
                .toList();
        Hold hold = instance.desk().take(Wishes.of(fans[random.nextInt(fans.length)], event, seats, null));
        answered.incrementAndGet();
        live.put(hold.id(), hold);
    }

    /** Pays a pinned hold, and sometimes the news of it comes twice or to both instances. */
    private void pay(Random random, Instance instance, Hold hold) {
        instance.care().pin(hold.id());
        live.remove(hold.id());
        PaymentApproved news = new PaymentApproved(
                "o-" + hold.id().substring(4), "r", hold.id(), event, hold.fanId(), hold.seatIds(), 1, Instant.now());
        for (int times = random.nextInt(3); times >= 0; times--) {
            MoneyHearing hearing =
                    instances.get(random.nextInt(instances.size())).money();
            again(() -> hearing.approved(news));
        }
        paid.put(hold.id(), hold);
    }

    private void refund(Random random, Instance instance, Hold hold) {
        List<Long> some =
                hold.seatIds().subList(0, 1 + random.nextInt(hold.seatIds().size()));
        if (some.size() == hold.seatIds().size()) {
            // or in a long run most refunds would be of what is refunded, and all seats sold
            paid.remove(hold.id());
        }
        PaymentCancelled news = new PaymentCancelled(
                "c-" + random.nextLong(), "o-" + hold.id().substring(4), "r", hold.id(), event, some, 1, 0);
        again(() -> instance.money().cancelled(news));
        again(() -> instance.money().cancelled(news));
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

    /** Lets a hold's time be over now, unless a payment has pinned it. */
    private void expire(Hold hold) {
        expired.add(hold.id());
        jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ? AND status = 'HELD'")
                .params(past(), hold.id())
                .update();
        if (holds.find(hold.id()).orElseThrow().status() == Hold.Status.HELD) {
            jdbc.sql("UPDATE seat SET held_until = :past WHERE id IN (:ids) AND hold_id = :hold AND status = 'H'")
                    .param("past", past())
                    .param("ids", hold.seatIds())
                    .param("hold", hold.id())
                    .update();
        }
    }

    private void breakRedis(boolean kill) {
        if (kill) {
            Servers.process(RealServer.REDIS).kill();
            Servers.process(RealServer.REDIS).start();
        } else {
            Servers.process(RealServer.REDIS).freeze();
            try {
                desk.take(Wishes.byNewFan(event, TestHalls.seats(event, 1)));
            } catch (Problem refused) {
                assertThat(refused).isInstanceOf(SeatsTaken.class);
            } catch (DataAccessException | TransactionException cut) {
                cuts.incrementAndGet();
            } finally {
                Servers.process(RealServer.REDIS).thaw();
            }
        }
    }

    private void check() {
        List<SeatLives.Change> changes = jdbc.sql(
                        "SELECT seat_id, cause, hold_id FROM seat_history WHERE seat_id BETWEEN ? AND ? ORDER BY id")
                .params(Seat.id(event, 1), Seat.id(event, SEATS))
                .query((row, n) ->
                        new SeatLives.Change(row.getLong(1), Cause.valueOf(row.getString(2)), row.getString(3)))
                .list();
        SeatLives lives = new SeatLives(expired);
        lives.replay(changes);
        Map<Long, String> owners = new HashMap<>();
        truth.seats(event).forEach((seat, row) -> {
            if (row.holdId() != null) {
                owners.put(seat, (row.status().equals("S") ? "SOLD " : "HELD ") + row.holdId());
            }
        });
        assertThat(lives.owners()).as("seed %d", SEED).isEqualTo(owners);
        Map<String, Long> taken = new HashMap<>();
        changes.stream()
                .filter(change -> change.cause() == Cause.HELD)
                .forEach(change -> taken.merge(String.valueOf(change.holdId()), 1L, Long::sum));
        taken.forEach((hold, seats) -> assertThat(holds.find(hold).orElseThrow().seatIds())
                .as("all or nothing")
                .hasSize(seats.intValue()));
        long sold = owners.values().stream()
                .filter(owner -> owner.startsWith("SOLD"))
                .count();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sold_seat WHERE seat_id BETWEEN ? AND ?")
                        .params(Seat.id(event, 1), Seat.id(event, SEATS))
                        .query(Long.class)
                        .single())
                .isEqualTo(sold);
        assertThat(answered.get()).isGreaterThan(STEPS / 50);
        assertThat(cuts.get()).as("connections that were cut under somebody").isPositive();
    }

    private static Optional<Hold> any(Random random, Map<String, Hold> of) {
        List<Hold> all = List.copyOf(of.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static Object past() {
        return Utc.column(Instant.now().minusSeconds(1));
    }
}
