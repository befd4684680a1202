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
 * A line with one slot whose first fan leaves every 3 s: everybody behind gets a new position again and again, and nobody who
 * watches is admitted.
 */
final class MovingLine implements AutoCloseable {

    /** Below the 5 s within which a page must get a new position. */
    static final int STEP_SECONDS = 3;

    /** Sign-ups at once; hashing a password is slow by intention. */
    private static final int AT_ONCE = 3;

    private final long event;
    private final List<Fan> before;
    private final ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor();
    private int gone;

    private MovingLine(long event, List<Fan> before) {
        this.event = event;
        this.before = before;
    }

    /** Opens an event and signs up as many fans as keep the line moving for this time. */
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

    /** All fans join; whoever joins later stands behind them. */
    void form() {
        before.forEach(fan -> fan.api().post(queue()).has(200));
    }

    void start() {
        steps.scheduleAtFixedRate(this::step, 0, STEP_SECONDS, TimeUnit.SECONDS);
        // a fan who sends no heartbeat for five minutes is passed over
        steps.scheduleWithFixedDelay(
                () -> before.subList(gone, before.size())
                        .forEach(fan -> fan.api().get(queue() + "/me")),
                150,
                150,
                TimeUnit.SECONDS);
    }

    /** Polls the place of the last fan; each poll is a heartbeat. */
    void poll(int times) {
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

    /** All leave, so that the room costs nothing in the next row. */
    @Override
    public void close() {
        steps.shutdownNow();
        before.forEach(fan -> fan.api().delete(queue() + "/me"));
    }
}
