package podo.inventory.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./podo bench seats [rounds] [most] [part…]}: the strategies beside each other and beside the bare database, in
 * the same run and in turn, so that a busy machine is unfair to nobody; then the same through the gateway of a stack that
 * is up. {@code rounds} is 5 and {@code most} (fans per round) 5,000 unless said otherwise; the parts are
 * {@code strategies halls http areas gateway watchers}. Writes tables, raw figures and plots to {@code docs/}.
 */
public final class SeatsBench {

    private static final Set<String> INSIDE = Set.of("strategies", "halls", "http", "areas");
    private static final Set<String> OUTSIDE = Set.of("gateway", "watchers");
    private static final String SERVICE = """
            Seats under fire: at the service's own layer

            Two instances are two Spring contexts in one JVM, each with its own pool, connections to Redis and caches: they share
            the processor, the heap and the compiled code, which two processes would not.""";
    private static final String AREAS = """
            One hot standing area

            1,000 fans ask at the same moment for one place each, at the service's own layer.""";
    private static final String GATEWAY = "Seats under fire: through the gateway";
    /** The strategies may take so long; with less than the wanted rounds the report says how many there were. */
    private static final Duration BUDGET = Duration.ofMinutes(8);

    private SeatsBench() {}

    public static void main(String[] args) throws Exception {
        List<Integer> numbers = Arrays.stream(args)
                .filter(SeatsBench::isNumber)
                .map(Integer::valueOf)
                .toList();
        Set<String> parts = Arrays.stream(args).filter(arg -> !isNumber(arg)).collect(Collectors.toSet());
        Predicate<String> wanted = part -> parts.isEmpty() || parts.contains(part);
        if (!INSIDE.containsAll(less(parts, OUTSIDE))) {
            System.err.println(
                    "Parts are strategies, halls, http, areas, gateway, watchers; not: " + less(parts, OUTSIDE));
            System.exit(2);
        }
        int rounds = numbers.isEmpty() ? 5 : numbers.getFirst();
        int most = numbers.size() > 1 ? numbers.get(1) : 5_000;
        Path docs = Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."), "services/inventory/docs");
        Files.createDirectories(docs);
        if (INSIDE.stream().anyMatch(wanted)) {
            inside(rounds, most, wanted, docs);
        }
        boolean left = OUTSIDE.stream().anyMatch(wanted) && !outside(rounds, most, wanted, docs);
        System.exit(left && !parts.isEmpty() ? 1 : 0);
    }

    private static void inside(int rounds, int most, Predicate<String> wanted, Path docs) throws Exception {
        List<BenchRow> rows = new ArrayList<>();
        List<BenchRow> areas = new ArrayList<>();
        BenchMachine machine;
        try (BenchRunner stage = new BenchRunner(2)) {
            machine = BenchMachine.with(stage.bean(0, JdbcClient.class), stage.bean(0, StringRedisTemplate.class));
            if (wanted.test("areas")) {
                AreaBench bench = new AreaBench(stage, areas);
                bench.warmUp();
                areas.clear();
                bench.run(rounds);
            }
            ServiceBench bench = new ServiceBench(stage, most, rows);
            if (Stream.of("strategies", "halls", "http").anyMatch(wanted)) {
                bench.warmUp();
                rows.clear();
            }
            if (wanted.test("strategies")) {
                bench.strategies(rounds, BUDGET);
            }
            if (wanted.test("halls")) {
                bench.halls(rounds);
            }
            if (wanted.test("http")) {
                bench.overHttp(rounds);
            }
        }
        if (!areas.isEmpty()) {
            new BenchReport(areas, docs, "areas", AREAS, machine).write();
        }
        if (!rows.isEmpty()) {
            new BenchReport(rows, docs, "seats", SERVICE, machine).write();
        }
    }

    /** False when no stack is up. */
    private static boolean outside(int rounds, int most, Predicate<String> wanted, Path docs) throws Exception {
        Optional<RunningPodo> podo = RunningPodo.find();
        if (podo.isEmpty()) {
            System.out.println("""
                    No stack is up, so nothing was measured through the gateway. In this folder:
                      ./podo up --detach && ./podo bench seats gateway watchers""");
            return false;
        }
        List<BenchRow> rows = new ArrayList<>();
        GatewayBench bench = new GatewayBench(podo.get(), most, rows);
        bench.warmUp();
        rows.clear();
        if (wanted.test("gateway")) {
            bench.callers(rounds);
        }
        if (wanted.test("watchers")) {
            bench.watchers(rounds, most < 5_000 ? new int[] {1, most / 5, most} : new int[] {1, 1_000, 5_000});
        }
        new BenchReport(rows, docs, "gateway", GATEWAY, BenchMachine.of(BenchMachine.UNKNOWN)).write();
        return true;
    }

    private static boolean isNumber(String arg) {
        return arg.matches("[0-9]{1,6}");
    }

    private static Set<String> less(Set<String> parts, Set<String> others) {
        return parts.stream().filter(part -> !others.contains(part)).collect(Collectors.toSet());
    }
}
