package podo.stack.supervisor.watch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints progress lines with the seconds since the start; in UTF-8, whatever the locale, because shows have Korean names. */
public final class Console {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final Instant startedAt = Instant.now();

    public synchronized void say(String line) {
        out.print(String.format(Locale.ROOT, "%6.1f s  %s%n", seconds(), line));
        out.flush();
    }

    /** Prints text without the time. */
    public synchronized void plain(String text) {
        out.println(text);
    }

    /** Since the start. */
    public double seconds() {
        return Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    }
}
