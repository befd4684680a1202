package podo.stack.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Rehearses purchases for some time after the stack is ready, so that what they run is compiled before a crowd comes. A few fans take
 * turns with pauses that are as long as their purchases, so that visitors keep most of the machine.
 */
final class WarmUp {
    static final int FANS = 4;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    private final Rehearsal rehearsal;
    private final List<RehearsalFan> fans;
    private final BooleanSupplier stopped;

    WarmUp(Rehearsal rehearsal, List<RehearsalFan> fans, BooleanSupplier stopped) {
        this.rehearsal = rehearsal;
        this.fans = fans;
        this.stopped = stopped;
    }

    /** Returns how many rehearsals succeeded; one that fails, for instance because somebody took its seat, is not repeated. */
    int run(Duration time) {
        var end = Instant.now().plus(time);
        var rehearsing = fans.stream()
                .map(fan -> CompletableFuture.supplyAsync(
                        () -> rehearse(fan, end), task -> Thread.ofVirtual().start(task)))
                .toList();
        return rehearsing.stream().mapToInt(CompletableFuture::join).sum();
    }

    private int rehearse(RehearsalFan fan, Instant end) {
        int succeeded = 0;
        boolean isLoggedIn = false;
        while (Instant.now().isBefore(end) && !stopped.getAsBoolean()) {
            var began = Instant.now();
            try {
                rehearsal.play(fan.caller());
                succeeded++;
                if (!isLoggedIn) {
                    fan.logIn();
                    isLoggedIn = true;
                }
                rehearsal.playPages(fan.visitor());
            } catch (DemoCallFailed | IllegalStateException | IOException e) {
                // a visitor was faster, or a limit was reached
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return succeeded;
            }
            var took = Duration.between(began, Instant.now());
            Polling.sleep(took.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : took);
        }
        return succeeded;
    }
}
