package podo.e2e.load;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.RunningStack;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./podo bench reading [callers] [seconds] [rounds]} on a stack that is up: each page and read of the API through the gateway,
 * one after the other, beside a constant file as the limit. Writes a table of rates as ratios to the limit of the same round.
 */
public final class ReadingBench {

    private static final List<String> PROCESSES =
            List.of("gateway-mvc", "web-frontend", "event", "inventory", "reservation", "payment", "user", "redis");
    private static final String BROWSER = "Accept: text/html";

    private record Target(String name, String path, List<String> headers) {}

    private record Row(
            double perSecond,
            double ratio,
            double p50,
            double p99,
            double cpuMillis,
            double redis,
            long bytes,
            long notOk) {}

    private final int callers;
    private final double seconds;
    private final List<StackProcess> processes = new ArrayList<>();
    private final StackProcess redis = StackProcess.of("redis");

    private ReadingBench(int callers, double seconds) throws IOException {
        this.callers = callers;
        this.seconds = seconds;
        for (String name : PROCESSES) {
            processes.add(StackProcess.of(name));
        }
    }

    public static void main(String[] args) throws Exception {
        int callers = args.length > 0 ? Math.clamp(Integer.parseInt(args[0]), 1, 128) : 32;
        double seconds = args.length > 1 ? Math.clamp(Double.parseDouble(args[1]), 1, 60) : 4;
        int rounds = args.length > 2 ? Math.clamp(Integer.parseInt(args[2]), 1, 10) : 3;
        ReadingBench bench = new ReadingBench(callers, seconds);
        List<Target> targets = targets();
        System.out.printf(
                "%d callers, %.0f s each, the best of %d rounds, %s%n", callers, seconds, rounds, Instant.now());
        System.out.println(
                "| read | requests/s | of the limit | p50 ms | p99 ms | CPU ms | Redis commands | bytes | not 2xx |");
        System.out.println("|--|--|--|--|--|--|--|--|--|");
        List<List<Row>> rows = new ArrayList<>();
        for (Target target : targets) {
            bench.measure(target, 0); // compilers at work
        }
        for (int round = 0; round < rounds; round++) {
            double limit = bench.measure(targets.getFirst(), 0).perSecond();
            List<Row> measured = new ArrayList<>();
            for (Target target : targets) {
                measured.add(bench.measure(target, limit));
            }
            rows.add(measured);
        }
        for (int i = 0; i < targets.size(); i++) {
            int target = i;
            Row best = rows.stream()
                    .map(round -> round.get(target))
                    .max((a, b) -> Double.compare(a.ratio(), b.ratio()))
                    .orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.1f | %.1f | %.2f | %.1f | %,d | %d |%n",
                    targets.get(i).name(),
                    best.perSecond(),
                    best.ratio(),
                    best.p50(),
                    best.p99(),
                    best.cpuMillis(),
                    best.redis(),
                    best.bytes(),
                    best.notOk());
        }
    }

    private Row measure(Target target, double limit) throws Exception {
        HttpLoop loop = new HttpLoop(RunningStack.URL, target.path(), target.headers());
        loop.run(callers, seconds / 2); // warm-up
        double cpu = cpu();
        RedisWork before = RedisWork.of(redis);
        HttpLoop.Result result = loop.run(callers, seconds);
        RedisWork after = RedisWork.of(redis);
        int count = Math.max(1, result.latencies().length);
        return new Row(
                result.perSecond(),
                limit == 0 ? 1 : result.perSecond() / limit,
                result.millis(0.5),
                result.millis(0.99),
                (cpu() - cpu) * 1000 / count,
                (after.all() - before.all()) / (double) count,
                result.bytes() / count,
                result.notOk());
    }

    private double cpu() throws IOException {
        double sum = 0;
        for (StackProcess process : processes) {
            sum += process.cpuSeconds();
        }
        return sum;
    }

    private static List<Target> targets() throws Exception {
        JsonNode events = Api.open().get("/api/events?size=50").has(200).json("content");
        JsonNode small = onSale(events, 300);
        JsonNode large = onSale(events, 5_000);
        long smallId = small.path("id").asLong();
        long largeId = large.path("id").asLong();
        Fan fan = Fan.fresh();
        PageSession session = new PageSession(RunningStack.URL);
        session.logIn(fan.email(), fan.password());
        session.join(smallId);
        session.enter(smallId);
        session.join(largeId);
        session.enter(largeId);
        List<String> anybody = List.of(BROWSER);
        List<String> loggedIn = List.of(BROWSER, "Cookie: " + session.cookies(largeId));
        return List.of(
                new Target("a constant file (the limit)", "/robots.txt", List.of()),
                new Target("stylesheet", stylesheet(), List.of()),
                new Target("home", "/", anybody),
                new Target("event", "/events/" + smallId, anybody),
                new Target("`GET /api/events`", "/api/events", List.of()),
                new Target("`GET /api/events/{id}`", "/api/events/" + smallId, List.of()),
                new Target("home, logged in", "/", loggedIn),
                new Target("event, logged in", "/events/" + smallId, loggedIn),
                new Target("line's page", "/events/" + largeId + "/queue", loggedIn),
                new Target("seat page, 300 seats", "/events/" + smallId + "/seats", loggedIn),
                new Target("seat page, 5,000 seats", "/events/" + largeId + "/seats", loggedIn),
                new Target("my tickets", "/tickets", loggedIn));
    }

    private static JsonNode onSale(JsonNode events, int capacity) {
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("status").asString().equals("ON_SALE")
                        && event.path("capacity").asInt() == capacity)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no event on sale with " + capacity + " seats"));
    }

    private static String stylesheet() {
        Matcher link = Pattern.compile("/assets/[0-9a-f]+/podo.css")
                .matcher(Api.open().with("Accept", "text/html").get("/").text());
        if (!link.find()) {
            throw new IllegalStateException("the home page links no stylesheet");
        }
        return link.group();
    }
}
