package podo.e2e.load.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podo.e2e.Fan;
import podo.e2e.load.MeasuredCommit;
import podo.e2e.load.StackWork;
import podo.e2e.storm.AuditCheck;

/**
 * {@code ./podo bench purchases [api|pages|both] [fans] [seconds] [warm-up]} on a stack that is up: fans who are logged in buy one seat
 * after another, from the line to the ticket. Writes purchases a second in each tenth of the time, times of each step, processor time
 * of each process and counts of the servers, how long after each purchase its mail was in the box, and ends with an audit. It fails when a
 * purchase fails.
 */
public final class PurchasesBench {

    private static final int PARTS = 10;
    private static final int MOST_FANS = 512;
    private static final int SIGN_UPS_AT_ONCE = 4;

    private final List<Fan> fans;
    private final StackWork work = new StackWork();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private PurchasesBench(List<Fan> fans) throws Exception {
        this.fans = fans;
    }

    public static void main(String[] args) throws Exception {
        String way = args.length > 0 ? args[0] : "both";
        if (!List.of("api", "pages", "both").contains(way)) {
            System.err.println(
                    "bench purchases takes api, pages or both, then fans, seconds and seconds of warm-up; not: " + way);
            System.exit(1);
        }
        int fans = args.length > 1 ? Math.clamp(Integer.parseInt(args[1]), 1, MOST_FANS) : 192;
        int seconds = args.length > 2 ? Math.clamp(Integer.parseInt(args[2]), 10, 600) : 60;
        int warmUp = args.length > 3 ? Math.clamp(Integer.parseInt(args[3]), 0, 600) : 30;
        System.out.printf(
                "%d fans, %d s each way after %d s of warm-up, commit %s, %s%n",
                fans, seconds, warmUp, MeasuredCommit.name(), Instant.now());
        PurchasesBench bench = new PurchasesBench(signUp(fans));
        for (String each : way.equals("both") ? List.of("api", "pages") : List.of(way)) {
            bench.run(each, warmUp, seconds);
        }
        bench.work.close();
        System.out.println("The audit agrees: " + AuditCheck.awaitNoFindings("after the purchases"));
        if (!bench.failures.isEmpty()) {
            System.out.printf("%d purchases failed, the first: %s%n", bench.failures.size(), bench.failures.peek());
            System.exit(1);
        }
        System.exit(0);
    }

    private static List<Fan> signUp(int count) throws Exception {
        try (var threads = Executors.newFixedThreadPool(SIGN_UPS_AT_ONCE)) {
            List<Fan> fans = new ArrayList<>();
            for (var fan : threads.invokeAll(IntStream.range(0, count)
                    .<Callable<Fan>>mapToObj(i -> Fan::fresh)
                    .toList())) {
                fans.add(fan.get());
            }
            return fans;
        }
    }

    private void run(String way, int warmUp, int seconds) throws Exception {
        StepTimes times = new StepTimes();
        MailTimes mails = new MailTimes();
        List<Buyer> buyers = new ArrayList<>();
        for (Fan fan : fans) {
            buyers.add(
                    way.equals("api")
                            ? new ApiBuyer(fan, times, mails)
                            : new PageBuyer(fan, ShowSupply.SEATS, times, mails));
        }
        try (ShowSupply shows = new ShowSupply(fans.size())) {
            if (warmUp > 0) {
                buy(buyers, shows, warmUp);
                times.clear();
                mails.clear();
            }
            PurchaseWork before = PurchaseWork.now(work);
            long began = System.nanoTime();
            AtomicIntegerArray done = buy(buyers, shows, seconds);
            double took = (System.nanoTime() - began) / 1e9;
            PurchaseWork after = PurchaseWork.now(work);
            int bought = IntStream.rangeClosed(0, PARTS).map(done::get).sum();
            int within = bought - done.get(PARTS);
            System.out.printf(
                    Locale.ROOT,
                    "%n## %s: %d purchases in %d s, %.1f a second; %d more until all had ended, after %.1f s%n",
                    way,
                    within,
                    seconds,
                    within / (double) seconds,
                    done.get(PARTS),
                    took);
            System.out.printf(
                    "A second, in each tenth of the time: %s%n",
                    IntStream.range(0, PARTS)
                            .mapToObj(i -> String.format(Locale.ROOT, "%.1f", done.get(i) * (double) PARTS / seconds))
                            .collect(Collectors.joining(" ")));
            System.out.println("| step | calls | p50 ms | p99 ms |\n|--|--|--|--|");
            System.out.print(times.rows(Math.max(1, bought)));
            System.out.println(after.rowsSince(before, Math.max(1, bought)));
            System.out.print(mails.row());
        }
    }

    /** Purchases that ended in each tenth of the time, and after it. */
    private AtomicIntegerArray buy(List<Buyer> buyers, ShowSupply shows, int seconds) throws Exception {
        AtomicIntegerArray done = new AtomicIntegerArray(PARTS + 1);
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        AtomicInteger arrived = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> calls = new ArrayList<>();
            for (Buyer buyer : buyers) {
                calls.add(() -> {
                    // within the first second, not at one instant
                    Thread.sleep(1000L * arrived.getAndIncrement() / buyers.size());
                    while (System.nanoTime() < end) {
                        try {
                            buyer.buy(shows.next());
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
        return done;
    }
}
