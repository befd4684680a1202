package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
 * Fans hold, release, pay, give back and run out of time at random on two instances while Redis is paused and killed.
 * Whatever the schedule: every seat's life is one of a correct single-threaded run. 100,000 steps with
 * {@code -Dpodo.long=true}; another schedule with {@code -Dpodo.seed=}.
 */
@InventoryIT
@Import(SeatTruth.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomLivesIT {

    private static final long SEED = Long.getLong("podo.seed", 20_261_123);
    private static final int STEPS = Boolean.getBoolean("podo.long") ? 100_000 : 3_000;
    private static final int PLAYERS = 8;
    private static final int SEATS = 60;

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

    private final List<Instance> instances = new ArrayList<>();
    private final Set<String> expired = ConcurrentHashMap.newKeySet();
    private final Map<String, Hold> live = new ConcurrentHashMap<>();
    private final Map<String, Hold> paid = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private ConfigurableApplicationContext other;
    private long[] fans;
    private long event;

    private record Instance(HoldDesk desk, HoldCare care, MoneyHearing money) {}

    @BeforeAll
    void startAnother() {
        other = Instances.another(environment);
        instances.add(new Instance(desk, care, money));
        instances.add(new Instance(
                other.getBean(HoldDesk.class), other.getBean(HoldCare.class), other.getBean(MoneyHearing.class)));
        event = halls.open(6, SEATS / 6);
        fans = LongStream.generate(Api::newFan).limit(100).toArray();
    }

    @AfterAll
    void stopIt() {
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
            if (breaker && step % (STEPS / PLAYERS / 3) == 100) {
                breakRedis(step % 2 == 0);
            }
            try {
                step(random, instances.get(random.nextInt(instances.size())));
            } catch (Problem refused) {
                assertThat(refused.status().value()).isIn(404, 409, 422);
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
            case 8 -> any(random, live).ifPresent(this::expire);
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
            instances.get(random.nextInt(instances.size())).money().approved(news);
        }
        paid.put(hold.id(), hold);
    }

    private void refund(Random random, Instance instance, Hold hold) {
        List<Long> some =
                hold.seatIds().subList(0, 1 + random.nextInt(hold.seatIds().size()));
        PaymentCancelled news = new PaymentCancelled(
                "c-" + random.nextLong(), "o-" + hold.id().substring(4), "r", hold.id(), event, some, 1, 0);
        instance.money().cancelled(news);
        instance.money().cancelled(news);
        jdbc.sql("UPDATE returning_seat SET out_at = ?").param(past()).update();
        jdbc.sql("UPDATE seat SET held_until = ? WHERE id IN (:ids) AND status = 'H' AND hold_id IS NULL"
                        .replace("?", ":past"))
                .param("past", past())
                .param("ids", some)
                .update();
    }

    /** Lets a hold's time be over now, unless a payment has pinned it. */
    private void expire(Hold hold) {
        expired.add(hold.id());
        if (jdbc.sql("UPDATE hold SET held_until = ? WHERE id = ? AND status = 'HELD'")
                        .params(past(), hold.id())
                        .update()
                == 1) {
            jdbc.sql("UPDATE seat SET held_until = ? WHERE hold_id = ? AND status = 'H'")
                    .params(past(), hold.id())
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
    }

    private static Optional<Hold> any(Random random, Map<String, Hold> of) {
        List<Hold> all = List.copyOf(of.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static Object past() {
        return Utc.column(Instant.now().minusSeconds(1));
    }
}
