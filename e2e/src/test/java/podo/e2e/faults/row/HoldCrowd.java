package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;
import podo.e2e.StackProcesses;

/**
 * Row 34: inventory has a fifth of a core for 30 s, while 60 fans ask for seats 12 times at once and three times a second after it. What it can't
 * answer in time is refused with 503, or given up with 504; no seat has two holds.
 */
public final class HoldCrowd {

    private static final int FANS = 60;
    /** Holds of each fan at once: together half as many again as the gateway lets wait for one service (512), and no more than a fan may ask for. */
    private static final int AT_ONCE = 12;

    private static final int MAPS_PER_SECOND = 2;

    /** This machine has two cores for the client too: it may not take 720 connections at once. */
    private static final int UNANSWERED = 0;

    private static final int SEATS = 40;
    private static final Duration TIME = Duration.ofSeconds(30);

    private record Inside(Fan fan, String pass) {}

    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<Long, String> owners = new ConcurrentHashMap<>();
    private final Show show = Show.onSale(1, SEATS);
    private final List<Long> seats = Fan.fresh().freeSeats(show.id());

    private HoldCrowd() {}

    public static void askAFifthOfACore() {
        new HoldCrowd().ask();
    }

    private void ask() {
        List<Inside> fans = new ArrayList<>();
        for (int i = 0; i < FANS; i++) {
            Fan fan = Fan.fresh();
            fans.add(new Inside(fan, fan.enter(show.id())));
        }
        List<String> inventory = Stream.of("inventory", "inventory-2")
                .filter(StackProcesses::isRunning)
                .toList();
        CoreShare.limit(inventory, 20, () -> storm(fans));
        System.out.println("  answers " + statuses);
        assertThat(wrong).isEmpty();
        assertThat(statuses.keySet()).as("%s", statuses).isSubsetOf(UNANSWERED, 200, 201, 204, 409, 422, 429, 503, 504);
        assertThat(statuses.getOrDefault(201, 0)).as("holds").isPositive();
        assertThat(statuses.getOrDefault(503, 0)).as("shed: %s", statuses).isPositive();
    }

    /** All at once, and then a steady rate, whether or not calls have their answers. */
    private void storm(List<Inside> fans) {
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < FANS * AT_ONCE; i++) {
                Inside inside = fans.get(i % FANS);
                Long seat = seats.get(i % SEATS);
                calls.execute(() -> hold(inside, seat));
            }
            pace.scheduleAtFixedRate(
                    () -> fans.forEach(inside -> {
                        Long seat = seats.get(ThreadLocalRandom.current().nextInt(SEATS));
                        calls.execute(() -> hold(inside, seat));
                        for (int i = 0; i < MAPS_PER_SECOND; i++) {
                            calls.execute(() -> readMap(inside));
                        }
                    }),
                    1,
                    1,
                    TimeUnit.SECONDS);
            await().pollDelay(TIME).atMost(TIME.plusSeconds(5)).until(() -> true);
            pace.shutdownNow();
        }
    }

    /** Notes whose the seat is from the answer until its release is asked for. */
    private void hold(Inside inside, Long seat) {
        Answer answer = count(() -> inside.fan().hold(show.id(), inside.pass(), List.of(seat)));
        if (answer == null || answer.status() != 201) {
            return;
        }
        String hold = answer.string("holdId");
        String other = owners.putIfAbsent(seat, hold);
        if (other != null) {
            wrong.add("seat " + seat + " is held by " + other + " and by " + hold);
        }
        readMap(inside);
        owners.remove(seat, hold);
        count(() -> inside.fan().api().delete("/api/holds/" + hold));
    }

    private void readMap(Inside inside) {
        count(() -> inside.fan().api().get("/api/events/" + show.id() + "/seats"));
    }

    private @Nullable Answer count(Supplier<Answer> call) {
        try {
            Answer answer = call.get();
            statuses.merge(answer.status(), 1, Integer::sum);
            return answer;
        } catch (UncheckedIOException e) {
            boolean hung = e.getCause() instanceof HttpTimeoutException
                    && !(e.getCause() instanceof HttpConnectTimeoutException);
            if (hung) {
                wrong.add("no answer within a minute: " + e);
            }
            statuses.merge(UNANSWERED, 1, Integer::sum);
            return null;
        }
    }
}
