package podo.e2e.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import podo.e2e.Fan;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/**
 * {@code ./podo bench pages [seconds]} on a stack that is up: 1,000 and 10,000 waiting pages at one front end and 5,000 through
 * the gateway. How late are positions, what does a page cost, and does Redis notice how many watch?
 */
public final class PagesBench {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int seconds;
    private final long event;
    private final String cookies;
    private final StackProcess redis = StackProcess.of("redis");
    private final StackProcess frontEnd = StackProcess.of("web-frontend");
    private final StackProcess gateway = StackProcess.of("gateway-mvc");
    private final StringBuilder table = new StringBuilder();

    private PagesBench(int seconds) throws IOException, InterruptedException {
        this.seconds = seconds;
        Fan fan = Fan.fresh();
        this.event = Show.onSale(10, 10).id();
        Fan.organiser()
                .put("/api/events/" + event + "/room", Map.of("rate", 1, "cap", 1, "mode", "PAUSED"))
                .has(200);
        fan.api().post("/api/events/" + event + "/queue").has(200);
        this.cookies = new PageSession(RunningStack.URL).logIn(fan.email(), fan.password());
    }

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        PagesBench bench = new PagesBench(seconds);
        bench.idle();
        bench.measure("one front end", bench.frontEnd.port(), 1_000);
        bench.measure("through the gateway", URI.create(RunningStack.URL).getPort(), 5_000);
        try {
            bench.measure("one front end", bench.frontEnd.port(), 10_000);
        } catch (NoSuchFileException died) {
            bench.row("| one front end | %,d | it ended: out of memory | | | | | |%n", 10_000);
        }
        bench.report();
        System.exit(0);
    }

    /** What Redis has to do when nobody watches. */
    private void idle() throws IOException {
        long commands = redis.commands();
        long began = System.nanoTime();
        pause(10_000);
        row(
                "| nobody watches | 0 | 0 | | | | | %.0f |%n",
                (redis.commands() - commands) / ((System.nanoTime() - began) / 1e9));
    }

    private void measure(String way, int port, int pages) throws IOException, InterruptedException {
        long frontBefore = frontEnd.residentBytes();
        long gatewayBefore = gateway.residentBytes();
        try (OpenPages open = new OpenPages("localhost", port, "/events/" + event + "/queue/stream", cookies)) {
            open.open(pages);
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (open.open() < pages * 0.95 && System.nanoTime() < giveUp) {
                pause(200);
            }
            // one life of a stream, so that the first wave of reconnects has spread
            pause(Math.min(seconds, 20) * 1_000L);
            long commands = redis.commands();
            double frontCpu = frontEnd.cpuSeconds();
            double gatewayCpu = gateway.cpuSeconds();
            long began = System.nanoTime();
            open.lateness().begin();
            pause(seconds * 1_000L);
            open.lateness().end();
            double took = (System.nanoTime() - began) / 1e9;
            row(
                    "| %s | %,d | %,d | %d / **%d** | %d / %d | %.0f + %.0f KiB | %.0f + %.0f µs | %.0f |%n",
                    way,
                    pages,
                    open.open(),
                    open.lateness().lateAt(0.5),
                    open.lateness().lateAt(0.99),
                    open.lateness().gapAt(0.99),
                    open.lateness().gapAt(1),
                    grown(frontEnd, frontBefore, pages),
                    grown(gateway, gatewayBefore, pages),
                    (frontEnd.cpuSeconds() - frontCpu) / open.lateness().told() * 1e6,
                    (gateway.cpuSeconds() - gatewayCpu) / open.lateness().told() * 1e6,
                    (redis.commands() - commands) / took);
        }
        pause(5_000);
    }

    private static double grown(StackProcess process, long before, int pages) throws IOException {
        return Math.max(0, process.residentBytes() - before) / 1024.0 / pages;
    }

    private void report() throws IOException {
        String text = """
                # Waiting pages, live

                Written by `./podo bench pages` on %d cores, JDK %d; pages, Redis and all services on the same machine. Heap of the front
                end %s, of the gateway %s. All pages are one fan's: streams are measured, not log-ins. Processor time is per position told (front end + gateway);
                memory is what front end and gateway grew by since the row began, per page.

                | way | pages | open at the end | position late, ms: median / p99 | silence, ms: p99 / longest | memory per page | processor | Redis commands/s |
                |--|--|--|--|--|--|--|--|
                """.formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                frontEnd.heap(),
                                gateway.heap())
                + table;
        Path docs = Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."), "e2e/docs");
        Files.createDirectories(docs);
        Files.writeString(docs.resolve("pages.md"), text);
        System.out.println(text);
    }

    private void row(String format, Object... values) {
        String row = String.format(Locale.ROOT, format, values);
        System.out.print(row);
        table.append(row);
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            LockSupport.parkNanos(left * 1_000_000);
        }
    }
}
