package podo.e2e.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.e2e.RunningStack;

/**
 * {@code ./podo bench pages reading [callers] [seconds] [rounds]} on a stack that is up: each page and read of the API through the
 * gateway, one after the other, beside a constant answer behind the same gateway as the limit. Writes rates as ratios to the limit
 * of the same round into {@code e2e/docs/reading.md}.
 */
public final class ReadingBench {

    private record Row(HttpLoop.Result rate, StackWork.PerRequest work, int requests) {

        double cpu() {
            return work.allCpuMillis();
        }
    }

    private record Measured(Row row, double ratio) {}

    private static final int IDLE_SECONDS = 6;
    private static final int WARM_UPS = 3;

    private final int callers;
    private final double seconds;
    private final StackWork work = new StackWork();
    private StackWork.@Nullable PerRequest idleSecond;

    private ReadingBench(int callers, double seconds) throws IOException {
        this.callers = callers;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        int callers = args.length > 0 ? Math.clamp(Integer.parseInt(args[0]), 1, 128) : 32;
        double seconds = args.length > 1 ? Math.clamp(Double.parseDouble(args[1]), 1, 60) : 2;
        int rounds = args.length > 2 ? Math.clamp(Integer.parseInt(args[2]), 1, 10) : 3;
        ReadingBench bench = new ReadingBench(callers, seconds);
        List<ReadingTarget> targets = ReadingTargets.all();
        for (int round = 0; round < WARM_UPS; round++) { // the compilers come first
            System.out.printf("warm-up %d of %d%n", round + 1, WARM_UPS);
            for (ReadingTarget target : targets) {
                bench.measure(target);
            }
        }
        bench.measureIdle();
        List<List<Measured>> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            all.add(bench.round(targets));
        }
        StringBuilder table = new StringBuilder("""
                | read | requests/s | **of the limit** | floor / goal | p50 / p99 ms | CPU ms | where | calls | Redis | statements | bytes | not 2xx |
                |--|--|--|--|--|--|--|--|--|--|--|--|
                """);
        for (int i = 0; i < targets.size(); i++) {
            int target = i;
            List<Measured> ofTarget = all.stream()
                    .map(round -> round.get(target))
                    .sorted(Comparator.comparingDouble(Measured::ratio))
                    .toList();
            table.append(line(targets.get(i), ofTarget.get(rounds / 2)));
        }
        System.out.println(table);
        write(table, callers, seconds, rounds);
        bench.work.close();
    }

    /** The limit is measured before and after, since the machine may be shared. */
    private List<Measured> round(List<ReadingTarget> targets) throws InterruptedException {
        ReadingTarget limit = targets.getFirst();
        double before = measure(limit).rate().perSecond();
        List<Row> rows = new ArrayList<>();
        for (ReadingTarget target : targets) {
            rows.add(measure(target));
        }
        double mean = (before + measure(limit).rate().perSecond()) / 2;
        List<Measured> measured = rows.stream()
                .map(row -> new Measured(row, row.rate().perSecond() / mean))
                .toList();
        for (int i = 0; i < targets.size(); i++) {
            System.out.print(line(targets.get(i), measured.get(i)));
        }
        return measured;
    }

    /** What the stack does while nobody reads: ticks, heartbeats, polls. */
    private void measureIdle() {
        StackWork.Count before = work.now();
        LockSupport.parkNanos(Duration.ofSeconds(IDLE_SECONDS).toNanos());
        idleSecond = work.now().since(before, IDLE_SECONDS);
    }

    private Row measure(ReadingTarget target) throws InterruptedException {
        HttpLoop loop = new HttpLoop(RunningStack.URL, target.path().get(), target.headers());
        loop.run(callers, seconds / 2);
        StackWork.Count before = work.now();
        HttpLoop.Result result = loop.run(callers, seconds);
        int requests = Math.max(1, result.latencies().length);
        StackWork.PerRequest each = work.now().since(before, requests);
        return new Row(result, idleSecond == null ? each : each.without(idleSecond, result.perSecond()), requests);
    }

    private static String line(ReadingTarget target, Measured measured) {
        Row row = measured.row();
        String where = row.work().cpuMillis().entrySet().stream()
                .filter(process -> process.getValue() >= 0.05 * row.cpu())
                .map(process -> String.format(Locale.ROOT, "%s %.2f", process.getKey(), process.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | **%.2f** | %s | %.1f / %.1f | %.2f | %s | %s | %.1f | %.1f | %,d | %d |%n",
                target.name(),
                row.rate().perSecond(),
                measured.ratio(),
                target.bounds(),
                row.rate().millis(0.5),
                row.rate().millis(0.99),
                row.cpu(),
                where,
                row.work().calls().isPresent()
                        ? String.format(Locale.ROOT, "%.1f", row.work().calls().getAsDouble())
                        : "–",
                row.work().redis(),
                row.work().statements(),
                row.rate().bytes() / row.requests(),
                row.rate().notOk());
    }

    private static void write(CharSequence table, int callers, double seconds, int rounds) throws IOException {
        Path file = Path.of("e2e/docs/reading.md");
        Files.writeString(file, """
                # Reading

                Written by `./podo bench pages reading %d %.0f %d` on %s at commit %s: %d cores, JDK %d; client, services, database, Redis and
                Kafka on this machine. Each address is read by %d callers through the gateway, one address after the other, %.0f s after a
                warm-up of all; the median of %d rounds by its ratio. The limit is a constant file of the front end behind the same gateway.
                CPU is the processor time of all processes of the stack per request, the client's left out; "where" names those with at
                least a twentieth of it. Calls are the front end's to other services; Redis commands include those inside scripts.
                What the idle stack does in the same time is subtracted. Bytes are on the wire, compressed.

                %s""".formatted(
                        callers,
                        seconds,
                        rounds,
                        LocalDate.now(ZoneOffset.UTC),
                        MeasuredCommit.name(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        callers,
                        seconds,
                        rounds,
                        table));
        System.out.println("Written: " + file);
    }
}
