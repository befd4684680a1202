package podo.e2e.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import podo.e2e.Fan;
import podo.e2e.RunningStack;

/**
 * {@code ./podo bench pages [seconds] [warm-up] [few] [through the gateway] [many] [sessions]} on a stack that is up: 1,000 and
 * 10,000 waiting pages at one front end and 5,000 through the gateway, in a line that moves. Measures the delay of positions, the
 * cost of a page, and the Redis commands per second; fails when these grow with the number of pages. With the word {@code reading}
 * it runs {@link ReadingBench} instead.
 */
public final class PagesBench {

    private static final int POLLS = 200;

    /** @param warmUp seconds; longer than the 150 that a stream lives, so that all come back at their own time */
    record Size(int seconds, int warmUp, int few, int throughGateway, int many, int sessions) {

        static Size of(String[] words) {
            int[] usual = {180, 160, 1_000, 5_000, 10_000, 100};
            for (int i = 0; i < words.length && i < usual.length; i++) {
                usual[i] = Integer.parseInt(words[i]);
            }
            return new Size(usual[0], usual[1], usual[2], usual[3], usual[4], usual[5]);
        }

        long patience() {
            return Math.max(20, many / 100);
        }

        long row() {
            return seconds + warmUp + patience();
        }
    }

    /** Redis per second: heartbeats, their commands, all other commands, and session reads among those. */
    private record Load(double heartbeats, double theirs, double rest, double sessions) {}

    private final Size size;
    private final List<PageSession> sessions = new ArrayList<>();
    private final StackProcess redis = StackProcess.of("redis");
    private final StackProcess frontEnd = StackProcess.of("web-frontend");
    private final StackProcess gateway = StackProcess.of("gateway-mvc");
    private final StringBuilder table = new StringBuilder();
    private double perHeartbeat;

    private PagesBench(Size size) throws IOException, InterruptedException {
        this.size = size;
        for (int i = 0; i < size.sessions(); i++) {
            Fan fan = Fan.fresh();
            PageSession session = new PageSession(RunningStack.URL);
            session.logIn(fan.email(), fan.password());
            sessions.add(session);
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("reading")) {
            ReadingBench.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        PagesBench bench = new PagesBench(Size.of(args));
        int gatewayPort = URI.create(RunningStack.URL).getPort();
        bench.calibrate();
        bench.measure("nobody watches", gatewayPort, 0);
        // front ends take connections of the gateway only
        Load few = bench.measure("through the gateway", gatewayPort, bench.size.few());
        bench.measure("through the gateway", gatewayPort, bench.size.throughGateway());
        Load many = null;
        try {
            many = bench.measure("through the gateway", gatewayPort, bench.size.many());
        } catch (NoSuchFileException died) {
            bench.row("| through the gateway | %,d | it ended: out of memory | | | | | | | | |%n", bench.size.many());
        }
        boolean flat = bench.report(few, many);
        System.exit(flat ? 0 : 1);
    }

    /** Redis commands of one heartbeat: 200 polls of one place, less the commands of an equally long time without polls. */
    private void calibrate() throws IOException {
        try (MovingLine line = MovingLine.lasting(0)) {
            line.form();
            pause(2_000);
            RedisWork before = RedisWork.of(redis);
            pause(10_000);
            RedisWork quiet = RedisWork.of(redis);
            line.poll(POLLS);
            RedisWork after = RedisWork.of(redis);
            double took = (after.nanos() - quiet.nanos()) / 1e9;
            perHeartbeat = (after.all() - quiet.all() - quiet.rate(before) * took) / POLLS;
        }
        pause(5_000);
    }

    private Load measure(String way, int port, int pages) throws IOException, InterruptedException {
        try (MovingLine line = MovingLine.lasting(size.row())) {
            line.form();
            for (PageSession session : sessions) {
                session.join(line.event());
            }
            line.start();
            Load load = watch(way, port, pages, line.event());
            for (PageSession session : sessions) {
                session.leave(line.event());
            }
            return load;
        } finally {
            pause(5_000);
        }
    }

    private Load watch(String way, int port, int pages, long event) throws IOException, InterruptedException {
        long frontBefore = frontEnd.residentBytes();
        long gatewayBefore = gateway.residentBytes();
        List<String> cookies = new ArrayList<>();
        for (PageSession session : sessions) {
            cookies.add(session.cookies(event));
        }
        // a page that is refused a stream polls; here it tries again, so that the row shows how many streams were
        // accepted
        try (OpenPages open = new OpenPages(
                new InetSocketAddress("localhost", port),
                "/events/" + event + "/queue",
                cookies,
                page -> LineScript.onlyStreams(new SplittableRandom()))) {
            open.open(pages);
            long giveUp = System.nanoTime() + size.patience() * 1_000_000_000;
            while (open.open() < pages * 0.95 && System.nanoTime() < giveUp) {
                pause(200);
            }
            pause(size.warmUp() * 1_000L);
            RedisWork before = RedisWork.of(redis);
            double frontCpu = frontEnd.cpuSeconds();
            double gatewayCpu = gateway.cpuSeconds();
            open.lateness().begin();
            pause(size.seconds() * 1_000L);
            open.lateness().end();
            Load load = load(before, RedisWork.of(redis));
            String watched =
                    pages == 0 ? "| | |" : watched(open, pages, frontBefore, gatewayBefore, frontCpu, gatewayCpu);
            row(
                    "| %s | %,d | %,d %s | %.1f | %.0f | %.1f | **%.0f** |%n",
                    way, pages, open.open(), watched, load.heartbeats(), load.theirs(), load.sessions(), load.rest());
            return load;
        }
    }

    private String watched(
            OpenPages open, int pages, long frontBefore, long gatewayBefore, double frontCpu, double gatewayCpu)
            throws IOException {
        long told = Math.max(1, open.lateness().positions());
        return String.format(
                Locale.ROOT,
                "| %d / **%d** | %d / %d | %.0f + %.0f KiB | %.0f + %.0f µs",
                open.lateness().lateAt(0.5),
                open.lateness().lateAt(0.99),
                open.lateness().gapAt(0.99),
                open.lateness().gapAt(1),
                grown(frontEnd, frontBefore, pages),
                grown(gateway, gatewayBefore, pages),
                (frontEnd.cpuSeconds() - frontCpu) / told * 1e6,
                (gateway.cpuSeconds() - gatewayCpu) / told * 1e6);
    }

    /** ZRANK counts heartbeats: each sends one, and nothing else does. */
    private Load load(RedisWork before, RedisWork after) {
        double heartbeats = after.rate(before, "zrank");
        double theirs = heartbeats * perHeartbeat;
        return new Load(heartbeats, theirs, after.rate(before) - theirs, after.rate(before, "hgetall"));
    }

    private static double grown(StackProcess process, long before, int pages) throws IOException {
        return Math.max(0, process.residentBytes() - before) / 1024.0 / pages;
    }

    private boolean report(Load few, @Nullable Load many) throws IOException {
        double noise = Math.max(25, few.rest() / 10);
        boolean flat = many != null && many.rest() <= few.rest() + noise;
        String text = """
                # Waiting pages, live

                Written by `./podo bench pages` on %d cores, JDK %d; pages, Redis and all services on the same machine. Heap of the front
                end %s, of the gateway %s. The pages are those of %d fans. The line moves by one every %d s, also when nobody watches. Each
                row warms up for %d s, longer than a stream lives, and is measured for %d s. Processor time is per position told (front end +
                gateway); memory is what front end and gateway grew by since the row began, per page. Redis commands are per second, from
                `INFO commandstats`, those inside scripts included. A heartbeat is one look at one fan's place, %.1f commands as measured
                in this run; sessions are those read, and part of the rest.

                | way | pages | open at the end | position late, ms: median / p99 | new position after, ms: p99 / longest | memory per page | processor | heartbeats | their commands | sessions read | all other commands |
                |--|--|--|--|--|--|--|--|--|--|--|
                """.formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                frontEnd.heap(),
                                gateway.heap(),
                                size.sessions(),
                                MovingLine.STEP_SECONDS,
                                size.warmUp(),
                                size.seconds(),
                                perHeartbeat)
                + table
                + verdict(few, many, noise, flat);
        Path docs = Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."), "e2e/docs");
        Files.createDirectories(docs);
        Files.writeString(docs.resolve("pages.md"), text);
        System.out.println(text);
        return flat;
    }

    private String verdict(Load few, @Nullable Load many, double noise, boolean flat) {
        return String.format(
                Locale.ROOT,
                "%n**%s**: heartbeats apart, Redis does %.0f commands/s for %,d pages and %s for %,d; %.0f more would be noise.%n",
                flat ? "Flat" : "NOT FLAT",
                few.rest(),
                size.few(),
                many == null ? "nothing any more" : String.format(Locale.ROOT, "%.0f", many.rest()),
                size.many(),
                noise);
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
