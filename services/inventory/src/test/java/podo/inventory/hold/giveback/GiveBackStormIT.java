package podo.inventory.hold.giveback;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import podo.contracts.inventory.SeatIds;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.Hold;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.giveback.GiveBackTransactions.Claimed;
import podo.inventory.hold.giveback.GiveBackTransactions.Withdrawn;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.jdbc.Utc;
import podo.starter.problem.Problem;

/**
 * Seats are offered back, claimed, paid (messages come up to three times, also late), left to lapse, withdrawn and refunded at random, while
 * database connections are cut in the middle of transactions. Whatever the schedule: every give-back ends as one sale or as nothing, every
 * payment as a sold seat or a loss, and each seat has one owner. 20,000 steps with {@code -Dpodo.long=true}.
 */
@InventoryIT
class GiveBackStormIT {

    private static final long SEED = Long.getLong("podo.seed", 20_261_129);
    private static final int STEPS = Boolean.getBoolean("podo.long") ? 20_000 : 1_200;
    private static final int PLAYERS = 6;
    private static final int SEATS = 12;
    private static final int CUT = 12;

    private record Sale(String order, Hold hold) {}

    private record Offered(String id, Sale giver, long seat) {}

    private record Claim(Offered offered, Hold hold) {}

    @Autowired
    private HikariDataSource connections;

    @Autowired
    private SeatGiveBackDesk desk;

    @Autowired
    private HoldDesk holds;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener payments;

    @Autowired
    private TestHalls halls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Clock clock;

    /** Who bought a seat last, as far as the players know; the database may know better. */
    private final Map<Long, Sale> sales = new ConcurrentHashMap<>();

    private final Map<String, Offered> offers = new ConcurrentHashMap<>();
    /** Those of the offers that a player has not seen end. */
    private final Map<String, Offered> open = new ConcurrentHashMap<>();

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();
    /** Those of the claims that nobody has paid, as far as the players know. */
    private final Map<String, Claim> unpaid = new ConcurrentHashMap<>();

    private final Map<String, Withdrawn> withdrawn = new ConcurrentHashMap<>();
    private final Map<String, String> paidOrders = new ConcurrentHashMap<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private long event;

    @Test
    void everyGiveBackEndsAsOneSaleOrAsNothing() throws Exception {
        event = halls.open(1, SEATS);
        for (int seq = 1; seq <= SEATS; seq++) {
            buyFree(SeatIds.of(event, seq));
        }
        try (ExecutorService players = Executors.newFixedThreadPool(PLAYERS)) {
            List<Future<?>> games = new ArrayList<>();
            for (int i = 0; i < PLAYERS; i++) {
                Random random = new Random(SEED + i);
                boolean cutter = i == 0;
                games.add(players.submit(() -> play(random, cutter)));
            }
            for (Future<?> game : games) {
                game.get();
            }
        }
        // one that was cut last is still in the pool
        connections.getHikariPoolMXBean().softEvictConnections();
        check();
    }

    private void play(Random random, boolean cutter) {
        for (int step = 0; step < STEPS / PLAYERS; step++) {
            try {
                if (cutter && step % CUT == 0) {
                    cutAConnection(random);
                }
                step(random);
            } catch (Problem refused) {
                assertThat(refused.status().value()).isIn(409, 422);
            } catch (DataAccessException | TransactionException cut) {
                cuts.incrementAndGet();
            }
        }
    }

    private void step(Random random) {
        switch (random.nextInt(10)) {
            case 0, 1 -> any(random, sales.values()).ifPresent(this::offer);
            case 2, 3, 4 -> any(random, open.values()).ifPresent(this::claim);
            case 5, 6 -> any(random, unpaid.values()).ifPresent(claim -> pay(random, claim));
            case 7 -> any(random, unpaid.values()).ifPresent(claim -> lapse(claim.hold()));
            case 8 ->
                any(random, open.values()).ifPresent(offered -> {
                    Withdrawn answer = desk.withdraw(offered.id(), random.nextBoolean());
                    if (answer != Withdrawn.PAYMENT_RUNNING) {
                        withdrawn.put(offered.id(), answer);
                    }
                });
            default -> any(random, sales.values()).ifPresent(this::refundAndSellAgain);
        }
    }

    private void offer(Sale sale) {
        Offered offered = new Offered(
                UUID.randomUUID().toString(), sale, sale.hold().seatIds().getFirst());
        if (desk.open(new GiveBackRequest(offered.id(), sale.hold().id(), sale.order(), offered.seat(), 1))
                == GiveBackTransactions.Result.DONE) {
            offers.put(offered.id(), offered);
            open.put(offered.id(), offered);
        }
    }

    private void claim(Offered offered) {
        Claimed claimed = desk.claim(
                offered.id(),
                new ClaimRequest(
                        UUID.randomUUID().toString(),
                        Api.newFan(),
                        Instant.now().plus(Duration.ofMinutes(15))));
        if (claimed.hold() != null) {
            claims.put(claimed.hold().id(), new Claim(offered, claimed.hold()));
            unpaid.put(claimed.hold().id(), new Claim(offered, claimed.hold()));
        }
        if (claimed.result() == GiveBackTransactions.Result.OVER) {
            open.remove(offered.id());
        }
    }

    private void pay(Random random, Claim claim) {
        unpaid.remove(claim.hold().id());
        lifecycle.pin(claim.hold().id());
        String order = "o-" + claim.hold().id().substring(2);
        if (random.nextInt(4) == 0) {
            lapse(claim.hold()); // the bank's answer comes late
        }
        paidOrders.put(claim.hold().id(), order);
        for (int times = random.nextInt(3); times >= 0; times--) {
            again(() -> payments.approved(approved(claim.hold(), order)));
        }
        if (order.equals(orderOf(claim.offered().seat()))) {
            sales.put(claim.offered().seat(), new Sale(order, claim.hold()));
        }
    }

    private void refundAndSellAgain(Sale sale) {
        long seat = sale.hold().seatIds().getFirst();
        again(() -> payments.cancelled(new PaymentCancelled(
                "c-" + sale.order(), sale.order(), "r", sale.hold().id(), event, List.of(seat), 1, 0)));
        if (sales.remove(seat, sale)) {
            again(() -> jdbc.sql("UPDATE seat SET held_until = ? WHERE id = ? AND status = 'H' AND hold_id IS NULL")
                    .params(past(), seat)
                    .update());
            redis.delete(SeatChangePublisher.marksKey(event));
            buyFree(seat);
        }
    }

    private void buyFree(long seat) {
        Hold hold = holds.hold(TestHoldRequests.byNewFan(event, List.of(seat)));
        String order = "o-" + hold.id().substring(2);
        again(() -> payments.approved(approved(hold, order)));
        sales.put(seat, new Sale(order, hold));
    }

    private static PaymentApproved approved(Hold hold, String order) {
        return new PaymentApproved(
                order, "r", hold.id(), hold.eventId(), hold.fanId(), hold.ids(), hold.total(), Instant.now());
    }

    private void lapse(Hold hold) {
        again(() -> jdbc.sql(
                        "UPDATE hold SET held_until = ? WHERE id = ? AND status IN ('HELD', 'PINNED') AND held_until > ?")
                .params(past(), hold.id(), past())
                .update());
    }

    private void cutAConnection(Random random) {
        List<Long> busiest = jdbc.sql("""
                        SELECT id FROM information_schema.processlist
                        WHERE user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AND id <> CONNECTION_ID()
                        ORDER BY command = 'Sleep', time LIMIT 5
                        """).query(Long.class).list();
        if (!busiest.isEmpty()) {
            jdbc.sql("KILL " + busiest.get(random.nextInt(busiest.size()))).update();
        }
    }

    /** Redelivers a failed message, as Kafka does. */
    private void again(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (DataAccessException | TransactionException cut) {
                cuts.incrementAndGet();
                if (tries == 30) {
                    throw cut;
                }
            }
        }
    }

    private void check() {
        Map<String, Hold.Status> statuses = new HashMap<>();
        Map<String, String> settled = new HashMap<>();
        jdbc.sql("SELECT id, status, COALESCE(order_id, '') AS order_id FROM hold WHERE event_id = ?")
                .param(event)
                .query(row -> {
                    statuses.put(row.getString("id"), Hold.Status.valueOf(row.getString("status")));
                    settled.put(row.getString("id"), row.getString("order_id"));
                });
        int sold = 0;
        for (Offered offered : offers.values()) {
            String state = jdbc.sql("SELECT state FROM give_back WHERE id = ?")
                    .param(offered.id())
                    .query(String.class)
                    .single();
            List<String> buyers = claims.values().stream()
                    .filter(claim -> claim.offered().id().equals(offered.id()))
                    .map(claim -> claim.hold().id())
                    .filter(id -> statuses.get(id) == Hold.Status.SOLD || statuses.get(id) == Hold.Status.RETURNED)
                    .toList();
            assertThat(buyers).as("buyers of %s, which is %s", offered, state).hasSize(state.equals("SOLD") ? 1 : 0);
            sold += buyers.size();
            if (withdrawn.containsKey(offered.id())) {
                assertThat(state).isEqualTo(withdrawn.get(offered.id()).name());
            }
        }
        paidOrders.forEach((hold, order) -> {
            assertThat(statuses.get(hold))
                    .as("a payment is sold or lost")
                    .isIn(Hold.Status.SOLD, Hold.Status.RETURNED, Hold.Status.LOST);
            assertThat(settled.get(hold)).isEqualTo(order);
        });
        IntStream.rangeClosed(1, SEATS).mapToLong(seq -> SeatIds.of(event, seq)).forEach(this::hasOneOwner);
        assertThat(sold).as("give-backs that were sold").isGreaterThan(STEPS / 60);
        assertThat(cuts.get()).as("connections that were cut under somebody").isPositive();
        System.out.printf(
                "give-backs, seed %d: %d steps, %d offered, %d claims, %d sold, %d withdrawn, %d cuts%n",
                SEED, STEPS, offers.size(), claims.size(), sold, withdrawn.size(), cuts.get());
    }

    private void hasOneOwner(long seat) {
        String row = jdbc.sql("SELECT CONCAT(status, ' ', COALESCE(hold_id, '')) FROM seat WHERE id = ?")
                .param(seat)
                .query(String.class)
                .single();
        Optional<String> sale = jdbc.sql("SELECT hold_id FROM sold_seat WHERE seat_id = ?")
                .param(seat)
                .query(String.class)
                .optional();
        assertThat(row.startsWith("S ") ? Optional.of(row.substring(2)) : Optional.empty())
                .as("seat %d", seat)
                .isEqualTo(sale);
    }

    private String orderOf(long seat) {
        return jdbc.sql("SELECT order_id FROM sold_seat WHERE seat_id = ?")
                .param(seat)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static <T> Optional<T> any(Random random, Collection<T> of) {
        List<T> all = List.copyOf(of);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private Object past() {
        return Utc.millis(clock.instant().minusSeconds(1));
    }
}
