package podo.e2e.roll;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podo.e2e.Burst;
import podo.e2e.Fan;
import podo.e2e.Show;

/** Fans who wait in a paused line, each with several pages that hold a stream; one after another they also read the line's page. */
final class WatchedLine implements AutoCloseable {

    static final int PAGES = 96;

    private static final int FANS = 8;
    /** The first streams; a front end opens 32 at a time and refuses those that wait for longer than a second. */
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(10);
    /** Each page gets a pulse every second, or every few seconds from a line that can't be reached. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private final long event;
    private final Queue<String> failures;
    private final Map<PageFan, Long> numbers;
    private final List<PageFan> fans;
    private final List<StreamingPage> pages = new ArrayList<>();
    private final Queue<Long> reopened = new ConcurrentLinkedQueue<>();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    private WatchedLine(long event, List<PageFan> fans, Queue<String> failures) {
        this.event = event;
        this.fans = fans;
        this.failures = failures;
        this.numbers = fans.stream()
                .collect(Collectors.toMap(
                        fan -> fan, fan -> fan.fan().place(event).json("number").asLong()));
    }

    /** @param failures where each place that is lost is noted, and each stream that is not answered */
    static WatchedLine formed(Queue<String> failures) {
        long event = Show.onSale(1, 4).id();
        Fan.organiser()
                .put("/api/events/" + event + "/room", Map.of("rate", 1, "cap", 1, "mode", "PAUSED"))
                .has(200);
        List<PageFan> fans =
                IntStream.range(0, FANS).mapToObj(i -> PageFan.loggedIn()).toList();
        fans.forEach(fan -> fan.join(event));
        WatchedLine line = new WatchedLine(event, fans, failures);
        for (int i = 0; i < PAGES; i++) {
            line.pages.add(line.page(fans.get(i % FANS)));
        }
        line.pages.forEach(page ->
                page.openAfter(Duration.ofMillis(ThreadLocalRandom.current().nextLong(OPENED_WITHIN.toMillis()))));
        return line;
    }

    private StreamingPage page(PageFan fan) {
        long number = numbers.get(fan);
        return new StreamingPage(() -> fan.watch(event), number, new StreamingPage.Log() {
            @Override
            public void reopens(boolean wasTold) {
                reopened.add(System.currentTimeMillis());
                (wasTold ? told : broken).incrementAndGet();
            }

            @Override
            public void failed(String what) {
                failures.add(LocalTime.now() + " a stream: " + what);
            }
        });
    }

    /** The next fan reads the line's page, which has the fan's own number. */
    void read() {
        PageFan fan = fans.get(Math.floorMod(reads.getAndIncrement(), FANS));
        fan.reads("/events/" + event + "/queue", "data-number=\"" + numbers.get(fan) + "\"");
    }

    /** Pages whose stream is open and not silent. */
    long watching() {
        long since = System.currentTimeMillis() - SILENCE.toMillis();
        return pages.stream().filter(page -> page.heardSince(since)).count();
    }

    /** How often a page opened its next stream because the server had said so. */
    int told() {
        return told.get();
    }

    /** How often a stream ended unannounced, as those do that a gateway closes. */
    int broken() {
        return broken.get();
    }

    /** Streams that were opened again in the worst second. */
    int worstSecond() {
        return Burst.most(reopened, Duration.ofSeconds(1));
    }

    @Override
    public String toString() {
        return reads + " personal pages of the line, " + PAGES + " streams, moved " + told + " times and closed "
                + broken + " times, at most " + worstSecond() + " opened again in a second";
    }

    @Override
    public void close() {
        pages.forEach(StreamingPage::close);
    }
}
