package podo.stack.supervisor;

import java.time.Duration;
import java.time.Instant;

/** Progress for a person: one line per thing that happened, with the seconds since the start. */
final class Console {
    private final Instant began = Instant.now();

    synchronized void say(String line) {
        var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        System.out.printf("%6.1f s  %s%n", seconds, line);
    }

    synchronized void plain(String text) {
        System.out.println(text);
    }
}
