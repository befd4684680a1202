package podo.e2e.load.purchases;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podo.e2e.Fan;
import podo.e2e.Show;
import podo.e2e.load.StackProcess;
import podo.e2e.storm.AuditCheck;

/**
 * {@code ./podo bench purchases [api|pages|both] [callers] [seconds]} on a stack that is up: fans who are logged in buy one seat after
 * another, from the line to the ticket. Writes purchases a second in each tenth of the time, times of each step and processor time of
 * each process, and ends with an audit.
 */
public final class PurchasesBench {

    private static final int SEATS_PER_FAN = 10;
    private static final int ROWS = 25;
    private static final int SEATS_PER_ROW = 40;
    private static final int PARTS = 10;

    private final int callers;
    private final int seconds;
    private final List<Fan> fans = new ArrayList<>();

    private PurchasesBench(int callers, int seconds) {
        this.callers = callers;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        String way = args.length > 0 ? args[0] : "both";
        if (!List.of("api", "pages", "both").contains(way)) {
            System.err.println("bench purchases takes api, pages or both, then callers and seconds; not: " + way);
            System.exit(1);
        }
        int callers = args.length > 1 ? Math.clamp(Integer.parseInt(args[1]), 1, 64) : 64;
        int seconds = args.length > 2 ? Math.clamp(Integer.parseInt(args[2]), 10, 300) : 60;
        PurchasesBench bench = new PurchasesBench(callers, seconds);
        System.out.printf("%d callers, %d s each way, %s%n", callers, seconds, Instant.now());
        for (int i = 0; i < callers; i++) {
            bench.fans.add(Fan.fresh());
        }
        if (!way.equals("pages")) {
            bench.run("api", 200);
        }
        if (!way.equals("api")) {
            bench.run("pages", 60);
        }
        System.out.println("The audit agrees: " + AuditCheck.awaitNoFindings("after the purchases"));
    }

    /** @param atMost purchases a second for which there are enough seats */
    private void run(String way, int atMost) throws Exception {
        StepTimes times = new StepTimes();
        List<Buyer> buyers = new ArrayList<>();
        for (Fan fan : fans) {
            buyers.add(way.equals("api") ? new ApiBuyer(fan, times) : new PageBuyer(fan, ROWS * SEATS_PER_ROW, times));
        }
        List<Long> shows = shows(Math.ceilDiv(atMost * seconds, callers * SEATS_PER_FAN));
        Map<String, Double> before = cpu();
        AtomicIntegerArray done = new AtomicIntegerArray(PARTS + 1);
        AtomicInteger next = new AtomicInteger();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<Void>> calls = new ArrayList<>();
            for (Buyer buyer : buyers) {
                int offset = next.getAndIncrement();
                calls.add(() -> {
                    for (int i = 0; System.nanoTime() < end && i < shows.size() * SEATS_PER_FAN; i++) {
                        try {
                            buyer.buy(shows.get((offset + i / SEATS_PER_FAN) % shows.size()));
                            long part = (System.nanoTime() - began) * PARTS / (end - began);
                            done.incrementAndGet((int) Math.min(part, PARTS));
                        } catch (Exception | AssertionError e) {
                            failures.add(String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
                        }
                    }
                    return null;
                });
            }
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        int bought = IntStream.rangeClosed(0, PARTS).map(done::get).sum();
        print(way, times, bought, took, done, cpu(), before);
        if (!failures.isEmpty()) {
            System.out.printf("%d purchases failed, the first: %s%n", failures.size(), failures.peek());
        }
    }

    private static List<Long> shows(int count) {
        List<Long> shows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Show show = Show.draft(ROWS, SEATS_PER_ROW, Map.of("seatsPerFan", SEATS_PER_FAN));
            Fan.organiser().post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
            shows.add(show.id());
        }
        for (long show : shows) {
            new Show(show, "").awaitSeats(ROWS * SEATS_PER_ROW);
        }
        return shows;
    }

    private void print(
            String way,
            StepTimes times,
            int bought,
            double took,
            AtomicIntegerArray done,
            Map<String, Double> after,
            Map<String, Double> before) {
        System.out.printf(
                Locale.ROOT, "%n## %s: %d purchases in %.1f s, %.1f a second%n", way, bought, took, bought / took);
        System.out.printf(
                "In each tenth of the time: %s; after its end: %d%n",
                IntStream.range(0, PARTS)
                        .mapToObj(i -> String.valueOf(done.get(i) * PARTS / seconds))
                        .collect(Collectors.joining(" ")),
                done.get(PARTS));
        int each = Math.max(1, bought);
        System.out.println("| step | calls | p50 ms | p99 ms |\n|--|--|--|--|");
        System.out.print(times.rows(each));
        System.out.println("| process | CPU ms for each purchase |\n|--|--|");
        double all = 0;
        for (var process : after.entrySet()) {
            double millis = (process.getValue() - before.getOrDefault(process.getKey(), 0.0)) * 1000 / each;
            all += millis;
            if (millis >= 0.05) {
                System.out.printf(Locale.ROOT, "| %s | %.1f |%n", process.getKey(), millis);
            }
        }
        System.out.printf(Locale.ROOT, "| all | %.1f |%n", all);
    }

    private static Map<String, Double> cpu() throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (StackProcess process : StackProcess.all()) {
            seconds.put(process.name(), process.cpuSeconds());
        }
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(used -> seconds.put("this client", used.toNanos() / 1e9));
        return seconds;
    }
}
