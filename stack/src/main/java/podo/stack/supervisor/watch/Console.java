package podo.stack.supervisor.watch;

import java.time.Duration;
import java.time.Instant;

/** Prints progress lines with the seconds since the start. */
public final class Console {
    private final Instant startedAt = Instant.now();

    public synchronized void say(String line) {
        var seconds = Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
        System.out.printf("%6.1f s  %s%n", seconds, line);
    }

    /** Prints text without the time. */
    public synchronized void plain(String text) {
        System.out.println(text);
    }
}
