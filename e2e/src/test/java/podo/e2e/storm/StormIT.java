package podo.e2e.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.StackProcesses;
import tools.jackson.databind.JsonNode;

/**
 * 2,000 purchases through the gateway, one in five with a fault of the bank, while each process is killed once; some seats are a child's, some
 * cost nothing, and a code is tried more often than it may be used. After a purchase its fan offers a seat back, asks for returned ones, and buys those that
 * are held by then. One in eight races with a sale of the same seats at the desk. An audit at the end has no findings. Part of
 * {@code ./podo test --long}, which runs two instances of inventory, payment and reservation. The
 * seed is printed; {@code -Dpodo.seed=} repeats a run, {@code -Dpodo.purchases=} sets their number, {@code -Dpodo.killed=} the
 * processes that are killed.
 */
@OnRunningStack
@Isolated("it kills the stack's processes")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class StormIT {

    private static final int PURCHASES = Integer.getInteger("podo.purchases", 2_000);
    private static final int PER_FAN = 5;
    private static final int AT_ONCE = 16;
    private static final String KILLED = System.getProperty(
            "podo.killed",
            "user,event,inventory,inventory-2,reservation,reservation-2,payment,payment-2,web-frontend,gateway-mvc,registry,"
                    + "config,toss-simulator");
    private static final List<String> FAULTS = List.of(
            "LOST_BEFORE",
            "LOST_AFTER",
            "LATE",
            "ERROR_BEFORE",
            "ERROR_AFTER",
            "IN_FLIGHT",
            "GARBAGE",
            "WRONG_AMOUNT",
            "LATENCY",
            "LATENCY_AFTER");

    private final long seed = Long.getLong("podo.seed", System.nanoTime());
    private final AtomicInteger finished = new AtomicInteger();
    /** Permits to begin a purchase; they keep purchases running while the last process is killed. */
    private final Semaphore permits = new Semaphore(0);

    private final PurchaseTally tally = new PurchaseTally();
    private final Queue<String> failedDesks = new ConcurrentLinkedQueue<>();

    @Test
    void everyPurchaseEndsWithTicketsOrARefundWithoutAnOperator() throws Exception {
        System.out.println("storm seed " + seed);
        Random random = new Random(seed);
        int fans = (PURCHASES + PER_FAN - 1) / PER_FAN;
        int perFan = 2 * PER_FAN;
        int rows = (fans + 2) / 3;
        Show show = Show.withPit(rows, 3 * perFan, 2 * PURCHASES, Map.of("seatsPerFan", perFan, "grades", grades()));
        Fan.organiser()
                .post(
                        "/api/organiser/events/" + show.id() + "/codes",
                        Map.of(
                                "code",
                                Purchase.CODE,
                                "how",
                                "PERCENT",
                                "value",
                                35,
                                "mostUses",
                                Math.max(1, PURCHASES / 10),
                                "mostPerFan",
                                2))
                .has(201);
        List<Long> seats = Fan.fresh().freeSeats(show.id());
        long pit = Fan.fresh().area(show.id()).path("id").asLong();

        Instant began = Instant.now();
        int faulty = 0;
        try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> going = new ArrayList<>();
            for (int i = 0; i < fans; i++) {
                List<Purchase.Plan> plans = plans(random, seats.subList(i * perFan, (i + 1) * perFan), pit);
                faulty += (int)
                        plans.stream().filter(plan -> plan.fault() != null).count();
                going.add(crowd.submit(() -> buyAll(show, plans)));
            }
            killEach(random);
            for (Future<?> fan : going) {
                fan.get(60, TimeUnit.MINUTES);
            }
        }
        Duration took = Duration.between(began, Instant.now());

        JsonNode sums = AuditCheck.awaitNoFindings("seed " + seed);
        System.out.printf(
                "storm %d: %d purchases in %d s, %d with a fault, all ended with tickets or a refund; %s; audit %s%n",
                seed, finished.get(), took.toSeconds(), faulty, tally, sums);
        assertThat(failedDesks).as("sales at the desk").isEmpty();
        assertThat(tally.unclear()).as("unclear answers").isEmpty();
    }

    /** Each with a child's ticket and one that costs nothing. */
    private static List<Map<String, Object>> grades() {
        List<Map<String, Object>> kinds =
                List.of(Map.of("name", "Child", "percent", 33), Map.of("name", "Press", "price", 0));
        return Stream.of(Map.entry("R", "A"), Map.entry("P", "Pit"))
                .map(grade -> Map.<String, Object>of(
                        "name",
                        grade.getKey(),
                        "price",
                        Show.PRICE,
                        "zones",
                        List.of(Map.of("section", grade.getValue())),
                        "kinds",
                        kinds))
                .toList();
    }

    private void buyAll(Show show, List<Purchase.Plan> plans) {
        Fan[] fan = new Fan[1];
        await().ignoreExceptions().atMost(Duration.ofMinutes(5)).until(() -> {
            fan[0] = Fan.fresh();
            return true;
        });
        for (Purchase.Plan plan : plans) {
            permits.acquireUninterruptibly();
            Purchase purchase = new Purchase(fan[0], show.id(), plan, tally);
            Thread desk = startRival(show, plan);
            purchase.make();
            join(desk);
            purchase.giveBackAndTakeOffers();
            finished.incrementAndGet();
        }
    }

    /** For one in eight the desk sells the same seats in the same moment. */
    private Thread startRival(Show show, Purchase.Plan plan) {
        List<Long> seats = new ArrayList<>();
        if (plan.wish().get("seatIds") instanceof List<?> wanted && Math.floorMod(seed + wanted.hashCode(), 8) == 0) {
            wanted.forEach(id -> seats.add((Long) id));
        }
        return Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, failure) -> failedDesks.add(failure.toString()))
                .start(() -> {
                    if (!seats.isEmpty()) {
                        new DeskSale(show.id(), seats, tally).make();
                    }
                });
    }

    private static void join(Thread desk) {
        try {
            desk.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every third purchase is one of places in the standing area. */
    private List<Purchase.Plan> plans(Random random, List<Long> seats, long pit) {
        List<Purchase.Plan> plans = new ArrayList<>();
        for (int i = 0; i < PER_FAN; i++) {
            int count = 1 + random.nextInt(2);
            Map<String, ?> wish = random.nextInt(3) == 0
                    ? Map.of("areas", List.of(Map.of("areaId", pit, "count", count)))
                    : Map.of("seatIds", seats.subList(2 * i, 2 * i + count));
            String fault = random.nextInt(5) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : null;
            Duration time = Duration.ofMillis(1_000 + random.nextInt(4_000));
            plans.add(new Purchase.Plan(wish, fault, time, random.nextInt(10) == 0));
        }
        return plans;
    }

    /** Kills each process once, spread over the run. */
    private void killEach(Random random) {
        List<String> names = new ArrayList<>(
                Stream.of(KILLED.split(",")).filter(name -> !name.isEmpty()).toList());
        Collections.shuffle(names, random);
        int share = PURCHASES / (names.size() + 2);
        permits.release(AT_ONCE + share);
        for (int i = 0; i < names.size(); i++) {
            int when = share * (i + 1);
            await().atMost(Duration.ofMinutes(30)).until(() -> finished.get() >= when);
            permits.release(share);
            System.out.println("kill -9 " + names.get(i) + " after " + finished + " purchases");
            Duration outage = StackProcesses.kill(names.get(i));
            System.out.println("  up again after " + outage.toSeconds() + " s");
        }
        permits.release(PURCHASES);
    }
}
