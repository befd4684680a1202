package podo.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting, as a client does that has nothing better to do. */
final class Polling {

    private Polling() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static void until(String what, Duration patience, BooleanSupplier happened) {
        var giveUp = Instant.now().plus(patience);
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain: " + what);
            }
            of(Duration.ofMillis(200));
        }
    }
}
