package podo.e2e.roll;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;

/**
 * Fans who buy at a steady pace, readers of public pages, fans who are logged in and read their own, and two lines that nobody leaves: one
 * is asked for places, one is watched by streams. Each answer that a page could not show as what was asked for is noted: no connection, a status of
 * 5xx, a log-in that has ended, a purchase that ends otherwise, a place that has changed.
 */
public final class SteadyFans implements AutoCloseable {

    private static final int BUYERS = 3;
    private static final Duration BETWEEN_PURCHASES = Duration.ofSeconds(3);
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final int WAITING = 8;
    /** Looks of all who wait, about ten minutes of them: less than a token's life. */
    private static final int LOOKS_WITH_ONE_TOKEN = 200;

    private static final int SEATS = 400;

    private final Supplier<Fan> arrivals;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(BUYERS + 4);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bought = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private @Nullable PersonalPages personal;
    private @Nullable WatchedLine watched;

    private SteadyFans(Supplier<Fan> arrivals) {
        this.arrivals = arrivals;
    }

    /** Also with fans who are logged in and read pages, and with pages that hold streams; nobody repeats anything. */
    static SteadyFans beginWithPages() {
        SteadyFans steady = begin(Api.open(), Fan::fresh);
        PersonalPages personal = PersonalPages.ofFans();
        WatchedLine watched = WatchedLine.formed(steady.failures);
        steady.personal = personal;
        steady.watched = watched;
        steady.repeat("a personal page", BETWEEN_PAGES, () -> {
            personal.read();
            watched.read();
        });
        return steady;
    }

    /**
     * Without pages of fans and streams, which a kill ends.
     *
     * @param open how readers call, without a token
     * @param arrivals the next new fan, for a purchase or a place in the line
     */
    public static SteadyFans begin(Api open, Supplier<Fan> arrivals) {
        SteadyFans steady = new SteadyFans(arrivals);
        for (int i = 0; i < BUYERS; i++) {
            Buyer buyer = steady.new Buyer();
            steady.repeat("a purchase", BETWEEN_PURCHASES, buyer::buy);
        }
        long event = Show.onSale(1, 4).id();
        List<String> read = List.of("/", "/events/" + event, "/api/events?size=5", "/login", "/api/ticket-keys");
        steady.repeat("a page", BETWEEN_PAGES, () -> steady.read(open, read.get(steady.pages.get() % read.size())));
        Line line = Line.formed(open, arrivals);
        steady.repeat("a place", BETWEEN_LOOKS, () -> line.check(steady.looks));
        return steady;
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    public int bought() {
        return bought.get();
    }

    /** The line whose pages hold streams. */
    WatchedLine watched() {
        return Objects.requireNonNull(watched, "begun without pages");
    }

    @Override
    public String toString() {
        String ofFans = personal == null ? "" : ", " + personal.reads() + " tickets and halls, " + watched;
        return bought + " purchases, " + pages + " public pages" + ofFans + ", " + looks
                + " looks at a place in the line, failed: " + failures.size();
    }

    @Override
    public void close() {
        if (watched != null) {
            watched.close();
        }
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(String what, Duration pause, Runnable step) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        step.run();
                    } catch (RuntimeException | AssertionError e) {
                        failures.add(LocalTime.now() + " " + what + ": " + e);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void read(Api open, String path) {
        pages.incrementAndGet();
        open.get(path).has(200);
    }

    /** A new fan for each purchase, seats of a show of this buyer's own. */
    private final class Buyer {

        private final List<Long> seats = new ArrayList<>();
        private long event;

        Buyer() {
            takeShow();
        }

        private void takeShow() {
            event = Show.onSale(SEATS / 20, 20).id();
            seats.addAll(Fan.fresh().freeSeats(event));
        }

        void buy() {
            if (seats.isEmpty()) {
                takeShow();
            }
            // one that fails is not tried again
            Long seat = seats.removeLast();
            arrivals.get().buy(event, List.of(seat));
            bought.incrementAndGet();
        }
    }

    /** A line in which nobody is let in: an offer that is not taken would end a place too. */
    private record Line(Api open, long event, List<Fan> fans, List<Long> numbers) {

        static Line formed(Api open, Supplier<Fan> arrivals) {
            long event = Show.onSale(1, 4).id();
            Fan.organiser()
                    .put("/api/events/" + event + "/room", Map.of("rate", 1, "cap", 1, "mode", "PAUSED"))
                    .has(200);
            List<Fan> fans = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                Fan fan = arrivals.get();
                fan.api().post("/api/events/" + event + "/queue").has(200);
                fans.add(fan);
                numbers.add(numberIn(fan.place(event)));
            }
            return new Line(open, event, fans, numbers);
        }

        void check(AtomicInteger looks) {
            int look = looks.getAndIncrement();
            int i = Math.floorMod(look, fans.size());
            if (look % LOOKS_WITH_ONE_TOKEN < fans.size()) {
                fans.set(i, fans.get(i).loggedInAgain(open));
            }
            long now = numberIn(fans.get(i).place(event));
            if (now != numbers.get(i)) {
                throw new AssertionError("number " + numbers.get(i) + " has become " + now);
            }
        }

        private static long numberIn(Answer place) {
            return place.json("number").asLong();
        }
    }
}
