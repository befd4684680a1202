package podo.e2e.load.sale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;
import podo.e2e.StackProcesses;
import podo.e2e.load.MeasuredCommit;
import podo.e2e.load.StackWork;
import podo.e2e.load.purchases.PurchaseWork;
import podo.e2e.load.sale.result.SaleFacts;
import podo.e2e.load.sale.result.SalePage;
import podo.e2e.load.sale.result.SaleTally;

/**
 * {@code ./podo bench sale --fans 20000 --seats 2000} on a stack that is up: a sale in an open model, with progress on the terminal, one page of results
 * in {@code PODO_HOME/bench} and the auditor's verdict. Exits with 2 for options that cannot be, 1 when the books disagree.
 */
public final class SaleBench {

    private static final Path FOLDER = StackProcesses.HOME.resolve("bench");

    /** @param page the file with the results */
    record Played(SaleTally tally, SaleFacts.Verdict verdict, Path page) {}

    private SaleBench() {}

    public static void main(String[] words) throws Exception {
        try {
            SaleOptions options = SaleOptions.of(words);
            SaleStack.require(options.instances());
            Played sale = play(options, String.join(" ", words), true);
            System.exit(sale.verdict().agrees() ? 0 : 1);
        } catch (InvalidSaleOption e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @param endsByKey whether Ctrl-C ends the sale and not the report of it */
    static Played play(SaleOptions options, String words, boolean endsByKey) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%,d fans, %,d seats, profile %s: all arrive within %d s, ends after %d s at the latest, seed %d, commit %s%n",
                options.fans(),
                options.seats(),
                options.profile().word(),
                options.pace().over().toSeconds(),
                options.pace().limit().toSeconds(),
                options.pace().seed(),
                MeasuredCommit.name());
        List<Fan> fans = options.profile() == SaleProfile.BROWSE ? List.of() : SaleAccounts.of(options.fans());
        Api organiser = Fan.organiser();
        Show show = Show.selling(
                options.rows(),
                options.seatsPerRow(),
                Map.of(
                        "admissionPerSecond",
                        options.door().rate(),
                        "admissionCap",
                        options.door().inside()));
        List<Long> seats = Fan.fresh().seats(show.id()).stream()
                .map(seat -> seat.path("id").asLong())
                .toList();
        SaleRun run = new SaleRun(options, show.id(), seats);
        System.out.println("Event " + show.id() + ", " + fans.size() + " accounts with tokens; the sale begins");
        CountDownLatch reported = new CountDownLatch(1);
        if (endsByKey) {
            endByKey(run, reported);
        }
        double loadBefore = load();
        try (StackWork work = new StackWork()) {
            PurchaseWork before = PurchaseWork.now(work);
            Duration took = run.play(fans, organiser);
            PurchaseWork after = PurchaseWork.now(work);
            close(organiser, show, options);
            System.out.println("The auditor looks at the books");
            SaleFacts.Verdict verdict = SaleVerdict.of(run, show.id(), options.seats());
            SalePage page = new SalePage(
                    run.tally(),
                    new SaleFacts(
                            "./podo bench sale " + words,
                            machine(loadBefore),
                            took,
                            options.seats(),
                            after.cpuSecondsSince(before),
                            verdict));
            page.lines().forEach(System.out::println);
            System.out.println(verdict.words());
            Path file = write(options, page);
            System.out.println("Written to " + file);
            return new Played(run.tally(), verdict, file);
        } finally {
            reported.countDown();
        }
    }

    /** The shutdown waits for the report; a second Ctrl-C is not needed. */
    private static void endByKey(SaleRun run, CountDownLatch reported) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (reported.getCount() == 0) {
                return;
            }
            System.out.println("The sale ends; who is paying has up to 75 s");
            run.stop();
            try {
                reported.await(2, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** The line ends, so that fans who are gone cost nothing more. */
    private static void close(Api organiser, Show show, SaleOptions options) {
        organiser
                .put(
                        "/api/events/" + show.id() + "/room",
                        Map.of(
                                "rate",
                                options.door().rate(),
                                "cap",
                                options.door().inside(),
                                "mode",
                                "CLOSED"))
                .has(200);
    }

    private static String machine(double loadBefore) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, commit %s; %d processors, %d GiB, JDK %s, client and stack on the same machine; load %.1f before the sale, %.1f after it; processes: %s",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                MeasuredCommit.name(),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                Runtime.version().feature(),
                loadBefore,
                load(),
                SaleStack.processes());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Path write(SaleOptions options, SalePage page) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve("sale-%s-%d-%d-%s.html"
                .formatted(
                        options.profile().word(),
                        options.fans(),
                        options.seats(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "")));
        Files.writeString(file, page.html());
        return file.toAbsolutePath().normalize();
    }
}
