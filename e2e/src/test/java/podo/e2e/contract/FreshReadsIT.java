package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.stack.junit.PageVisitor;

/**
 * What is kept of an event is never shown later than said: a read that begins a second after an organiser's change was answered, or
 * after the sale has begun, shows it. Readers ask all the time, so that each cache is full and a rendering is always under way.
 */
@OnRunningStack
class FreshReadsIT {

    private static final Duration SAID = Duration.ofSeconds(1);
    private static final Duration PREPARING = Duration.ofSeconds(20);
    private static final Duration LOOKED = Duration.ofSeconds(3);

    private record Read(long beganNanos, String text) {}

    private final Api anybody = Api.open();
    private final Api page = anybody.with("Accept", "text/html");

    @Test
    void aChangeIsSeenByAnybodyWithinASecond() throws Exception {
        Api organiser = Fan.organiser();
        Map<String, Object> body = body(organiser, Instant.now().minusSeconds(60));
        long event = publish(organiser, body);
        String old = (String) body.get("title");
        String fresh = old + " anew";
        body.put("title", fresh);
        body.put("grades", List.of(Map.of("name", "R", "price", 12_300, "zones", List.of(Map.of("section", "A")))));
        assertAllShowAfter(
                readers(event, old),
                () -> organiser.put("/api/events/" + event, body).has(200),
                text -> text.contains(fresh) && (!text.startsWith("{") || text.contains("\"price\":12300")));
    }

    @Test
    void anEventThatIsWithdrawnIsAwayWithinASecond() throws Exception {
        Api organiser = Fan.organiser();
        Map<String, Object> body = body(organiser, Instant.now().minusSeconds(60));
        long event = publish(organiser, body);
        assertAllShowAfter(
                readers(event, (String) body.get("title")),
                () -> organiser.delete("/api/events/" + event).isOneOf(200, 204),
                text -> text.startsWith("{")
                        ? !text.contains("\"ON_SALE\"")
                        : !text.contains("/events/" + event + "/queue") && !text.contains("class=\"card\""));
    }

    @Test
    void aSaleThatBeginsIsOnSaleWithinASecond() throws Exception {
        Api organiser = Fan.organiser();
        Map<String, Object> body = body(organiser, Instant.now());
        Instant begins = Instant.now().plus(PREPARING).truncatedTo(ChronoUnit.SECONDS);
        body.put("onSaleAt", begins.toString());
        long event = publish(organiser, body);
        List<Callable<String>> reads = apiReaders(event, (String) body.get("title"));
        assertAllShowAfter(
                reads,
                () -> await().atMost(Duration.ofSeconds(20))
                        .until(() -> !Instant.now().isBefore(begins)),
                text -> text.contains("ON_SALE"));
    }

    private static Map<String, Object> body(Api organiser, Instant onSaleAt) {
        long venue = organiser
                .post("/api/venues", Show.venue("Hall " + UUID.randomUUID(), 1, 2))
                .has(201)
                .json("id")
                .asLong();
        Map<String, Object> body =
                Show.body("Fresh " + UUID.randomUUID().toString().substring(0, 8), venue);
        body.put("onSaleAt", onSaleAt.truncatedTo(ChronoUnit.SECONDS).toString());
        return body;
    }

    private static long publish(Api organiser, Map<String, Object> body) {
        long event = organiser.post("/api/events", body).has(201).json("id").asLong();
        organiser.post("/api/events/" + event + "/publish").isOneOf(200, 201);
        return event;
    }

    private List<Callable<String>> apiReaders(long event, String title) {
        return List.of(
                () -> anybody.get("/api/events/" + event).isOneOf(200, 404).text(),
                () -> anybody.get("/api/events" + search(title)).has(200).text());
    }

    private static String search(String title) {
        return "?query=" + title.replace(" ", "%20");
    }

    /** The API; the pages, without a session and with one. */
    private List<Callable<String>> readers(long event, String title) throws Exception {
        Fan fan = Fan.fresh();
        PageVisitor visitor = new PageVisitor(RunningStack.URL);
        visitor.logIn(fan.email(), fan.password());
        Api session = page.with("Cookie", visitor.cookies());
        String list = search(title);
        List<Callable<String>> readers = new ArrayList<>(apiReaders(event, title));
        readers.add(() -> page.get("/events/" + event).isOneOf(200, 404).text());
        readers.add(() -> page.get("/" + list).has(200).text());
        readers.add(() -> session.get("/events/" + event).isOneOf(200, 404).text());
        readers.add(() -> session.get("/" + list).has(200).text());
        return readers;
    }

    /** Two callers for each, from before the change until {@link #LOOKED} after it. */
    private static void assertAllShowAfter(List<Callable<String>> reads, Runnable change, Predicate<String> shows)
            throws Exception {
        for (Callable<String> read : reads) {
            assertThat(shows.test(read.call())).isFalse();
        }
        long[] changed = {Long.MAX_VALUE};
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Read>>> readers = new ArrayList<>();
            for (int i = 0; i < 2 * reads.size(); i++) {
                Callable<String> read = reads.get(i / 2);
                readers.add(threads.submit(() -> readUntilLooked(read, changed)));
            }
            change.run();
            synchronized (changed) {
                changed[0] = System.nanoTime();
            }
            for (Future<List<Read>> reader : readers) {
                List<Read> late = reader.get().stream()
                        .filter(read -> read.beganNanos() - changed[0] > SAID.toNanos())
                        .toList();
                assertThat(late).isNotEmpty();
                assertThat(late)
                        .allSatisfy(read -> assertThat(shows.test(read.text()))
                                .as(
                                        "%d ms after the change: %s",
                                        (read.beganNanos() - changed[0]) / 1_000_000, read.text())
                                .isTrue());
            }
        }
    }

    private static List<Read> readUntilLooked(Callable<String> read, long[] changed) throws Exception {
        List<Read> reads = new ArrayList<>();
        while (true) {
            long began = System.nanoTime();
            reads.add(new Read(began, read.call()));
            synchronized (changed) {
                if (changed[0] != Long.MAX_VALUE && began - changed[0] > LOOKED.toNanos()) {
                    return reads;
                }
            }
        }
    }
}
