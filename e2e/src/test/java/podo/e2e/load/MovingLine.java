package podo.e2e.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import podo.e2e.Fan;
import podo.e2e.Show;

/**
 * A line of one slot, in which whoever is first leaves every few seconds: so everybody behind is told a new position again and
 * again, and nobody's turn comes who only watches.
 */
final class MovingLine implements AutoCloseable {

    /** Below the five seconds within which a page must be told a new position. */
    static final int STEP_SECONDS = 3;

    /** Beside the clock, three at once: signing up is slow by intention. */
    private static final int AT_ONCE = 3;

    private final long event;
    private final List<Fan> before;
    private final ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor();
    private int gone;

    private MovingLine(long event, List<Fan> before) {
        this.event = event;
        this.before = before;
    }

    /** Of an event of its own, with so many fans in it as the line needs to move for so long. */
    static MovingLine lasting(long seconds) {
        long event = Show.onSale(10, 10).id();
        Fan.organiser()
                .put("/api/events/" + event + "/room", Map.of("rate", 1, "cap", 1, "mode", "OPEN"))
                .has(200);
        try (var signUps = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Fan>> coming = IntStream.range(0, (int) (seconds / STEP_SECONDS) + 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(Fan::fresh, signUps))
                    .toList();
            return new MovingLine(
                    event, coming.stream().map(CompletableFuture::join).toList());
        }
    }

    long event() {
        return event;
    }

    /** Whoever joins after this stands behind all who move. */
    void form() {
        before.forEach(fan -> fan.api().post(queue()).has(200));
    }

    void start() {
        steps.scheduleAtFixedRate(this::step, 0, STEP_SECONDS, TimeUnit.SECONDS);
        // who was silent for five minutes would be passed over
        steps.scheduleWithFixedDelay(
                () -> before.subList(gone, before.size())
                        .forEach(fan -> fan.api().get(queue() + "/me")),
                150,
                150,
                TimeUnit.SECONDS);
    }

    /** So many looks of the last one, each a heartbeat. */
    void look(int times) {
        for (int i = 0; i < times; i++) {
            before.getLast().place(event);
        }
    }

    private void step() {
        if (gone < before.size() - 1) {
            before.get(gone).api().delete(queue() + "/me");
            gone++;
        }
    }

    private String queue() {
        return "/api/events/" + event + "/queue";
    }

    /** All leave, so that an empty room is no work for the next row. */
    @Override
    public void close() {
        steps.shutdownNow();
        before.forEach(fan -> fan.api().delete(queue() + "/me"));
    }
}
