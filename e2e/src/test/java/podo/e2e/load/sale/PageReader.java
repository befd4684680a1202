package podo.e2e.load.sale;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Reads pages without an account: either looks around in the shop, or reloads the event's page until the time is over. */
final class PageReader implements SaleVisitor {

    private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(5);
    private static final int MOST_RELOADS = 60;

    private final SaleFloor floor;
    private final SplittableRandom random;
    private final Duration reloadsFor;

    /** @param reloadsFor after which nobody begins to reload any more; zero for who looks around */
    PageReader(SaleFloor floor, SplittableRandom random, Duration reloadsFor) {
        this.floor = floor;
        this.random = random;
        this.reloadsFor = reloadsFor;
    }

    @Override
    public void come(long due) {
        if (reloadsFor.isZero()) {
            lookAround(due);
        } else {
            reload(due);
        }
        floor.tally().ended("reader: saw all pages");
    }

    private void lookAround(long due) {
        String event = "/events/" + floor.event();
        for (String path : List.of("/", event, "/?query=Podo", event)) {
            floor.readPage(path.equals(event) ? "event page" : path.equals("/") ? "first page" : "search", due, path);
            // thinks for 1 to 4 s
            due = floor.clock().nanos() + random.nextLong(1_000_000_000L, 4_000_000_000L);
            floor.clock().waitUntil(due);
        }
    }

    /** Presses the key again at its own times, also when the page before has not come yet, as browsers do. */
    private void reload(long due) {
        for (int i = 0; i < MOST_RELOADS && due < reloadsFor.toNanos(); i++) {
            floor.clock().waitUntil(due);
            long pressed = due;
            Thread.ofVirtual().start(() -> press(pressed));
            due += (long) (BETWEEN_RELOADS.toNanos() * random.nextDouble(0.5, 1.5));
        }
    }

    private void press(long due) {
        try {
            floor.readPage("event page, reloaded", due, "/events/" + floor.event());
        } catch (CallFailed | SaleClock.SaleOver counted) {
            // counted where it happened
        }
    }
}
