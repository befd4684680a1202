package podo.e2e.roll;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of the line with its stream. Told {@code over} it opens the next one at once; when a stream breaks, after 1 to 4 s, the second time after 2 to
 * 8 s, as {@code line/connection.js} does. A third failure in a row, from which on a page polls, is reported.
 */
final class StreamingPage implements AutoCloseable {

    /** What a test wants to know of all pages. */
    interface Log {

        /** @param wasTold whether the server had announced the end of the stream before */
        void reopens(boolean wasTold);

        void failed(String what);
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<HttpResponse<Stream<String>>> stream;
    private final long number;
    private final Log log;
    private volatile @Nullable Stream<String> lines;
    private volatile long heardAt;
    private volatile boolean closed;
    private int failures;

    /** @param number in the line, which each {@code me} must have */
    StreamingPage(Supplier<HttpResponse<Stream<String>>> stream, long number, Log log) {
        this.stream = stream;
        this.number = number;
        this.log = log;
    }

    /** Opens the first stream after this time. */
    void openAfter(Duration pause) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(this::watch);
    }

    /** Whether there was an event of the stream that is open after this moment (milliseconds). */
    boolean heardSince(long moment) {
        return lines != null && heardAt >= moment;
    }

    private void watch() {
        boolean told = false;
        try {
            told = follow(stream.get());
        } catch (RuntimeException e) {
            // as opposed to a stream that breaks while it is read, for which the page opens the next one
            log.failed(e.toString());
        }
        openNext(told);
    }

    private boolean follow(HttpResponse<Stream<String>> answer) {
        try (Stream<String> open = answer.body()) {
            if (answer.statusCode() != 200) {
                log.failed("→ " + answer.statusCode());
                return false;
            }
            lines = open;
            return read(open.iterator());
        } catch (UncheckedIOException broken) {
            return false;
        } finally {
            lines = null;
        }
    }

    private void openNext(boolean told) {
        if (closed) {
            return;
        }
        failures = told ? 0 : failures + 1;
        if (failures > 2) {
            log.failed(failures + " in a row could not be opened or broke");
        }
        long pause =
                told ? 0 : Math.min(failures, 2) * ThreadLocalRandom.current().nextLong(1_000, 4_000);
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    if (!closed) {
                        log.reopens(told);
                        watch();
                    }
                });
    }

    /** Returns whether the stream was announced to end. */
    private boolean read(Iterator<String> frames) {
        String event = "";
        while (frames.hasNext()) {
            String line = frames.next();
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ") && event.equals("over")) {
                return true;
            } else if (line.startsWith("data: ")) {
                failures = 0;
                heardAt = System.currentTimeMillis();
                if (event.equals("me")) {
                    check(JSON.readTree(line.substring("data: ".length())));
                }
            }
        }
        return false;
    }

    private void check(JsonNode place) {
        long now = place.path("number").asLong();
        if (now != number || !place.path("state").asString().equals("WAITING")) {
            log.failed("number " + number + " has become " + place);
        }
    }

    @Override
    public void close() {
        closed = true;
        Stream<String> open = lines;
        if (open != null) {
            open.close();
        }
    }
}
