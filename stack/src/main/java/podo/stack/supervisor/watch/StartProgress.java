package podo.stack.supervisor.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Says every few seconds what a start waits for and roughly how long, from the times of the last start, which it keeps in
 * {@code start-times.properties}: seconds from the beginning to the moment at which each part was up.
 */
public final class StartProgress {
    public static final String FIRST_PAGE = "the first page";
    public static final String READY = "ready";
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Console console;
    private final Path file;
    private final Properties lastStart = new Properties();
    private final Properties thisStart = new Properties();
    private final Set<String> awaited = new LinkedHashSet<>();
    private volatile boolean ended;

    /** @param file of the last start's times; need not exist */
    public StartProgress(Console console, Path file) {
        this.console = console;
        this.file = file;
        try (var in = Files.newInputStream(file)) {
            lastStart.load(in);
        } catch (IOException | IllegalArgumentException e) {
            // the first start, or a damaged file: nothing is foretold
        }
    }

    public Console console() {
        return console;
    }

    public synchronized void begin(String part) {
        awaited.add(part);
    }

    public synchronized void done(String part) {
        awaited.remove(part);
        thisStart.setProperty(key(part), String.format(Locale.ROOT, "%.1f", console.seconds()));
    }

    /** Reports until {@link #end} is called. */
    public void startReporting() {
        Thread.ofPlatform().daemon().name("start progress").start(() -> {
            try {
                while (!ended) {
                    Thread.sleep(INTERVAL);
                    if (!ended) {
                        report(console.seconds()).ifPresent(console::say);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends the reports; the times of a complete start are kept for the next one. */
    public synchronized void end(boolean complete) {
        ended = true;
        if (complete) {
            try (var out = Files.newOutputStream(file)) {
                thisStart.store(out, "seconds from the beginning of the last start");
            } catch (IOException e) {
                console.say("the times of this start could not be kept: " + e.getMessage());
            }
        }
    }

    synchronized Optional<String> report(double seconds) {
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        var milestone = thisStart.containsKey(key(FIRST_PAGE)) ? READY : FIRST_PAGE;
        return Optional.of("waiting for " + listed(awaited) + estimate(milestone, seconds));
    }

    private String estimate(String milestone, double seconds) {
        var last = Double.parseDouble(lastStart.getProperty(key(milestone), "0"));
        if (last == 0) {
            return "; the first start of a build takes the longest, up to a few minutes";
        }
        var rest = Math.round(last - seconds);
        return rest > 0
                ? "; %s in about %d s".formatted(milestone, rest)
                : "; %s was there after %.0f s the last time".formatted(milestone, last);
    }

    private static String listed(Collection<String> parts) {
        return String.join(", ", parts);
    }

    private static String key(String part) {
        return part.replace(' ', '-');
    }
}
