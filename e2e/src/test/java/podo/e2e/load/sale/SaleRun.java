package podo.e2e.load.sale;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.load.sale.BuyingFan.Habit;
import podo.e2e.load.sale.result.SaleMark;
import podo.e2e.load.sale.result.SaleTally;

/** One sale: each visitor has a time of arrival and a thread of its own, so that nobody waits for the answers of others. */
final class SaleRun {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);
    /** More than a checkout takes: what is being paid is paid to its end. */
    private static final Duration CHECKOUTS = Duration.ofSeconds(75);

    private final SaleOptions options;
    private final long event;
    private final List<Long> seats;
    private final SaleTally tally = new SaleTally();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final SplittableRandom random;

    /** @param seats ids in the order of the hall */
    SaleRun(SaleOptions options, long event, List<Long> seats) {
        this.options = options;
        this.event = event;
        this.seats = seats;
        this.random = new SplittableRandom(options.pace().seed());
    }

    /**
     * @param fans of whom each buys at most once
     * @param organiser who sees by what the line is limited
     * @return how long the sale took
     */
    Duration play(List<Fan> fans, Api organiser) throws InterruptedException {
        long[] arrivals = options.profile()
                .curve()
                .times(options.fans(), options.pace().over(), options.pace().seed());
        SaleClock clock = new SaleClock();
        SaleFloor floor =
                new SaleFloor(event, seats, new SaleCalls(options.door().connections(), tally, clock), tally, clock);
        CountDownLatch left = new CountDownLatch(arrivals.length);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < arrivals.length; i++) {
            SaleVisitor visitor = visitor(i, fans, floor);
            long due = visitor instanceof BuyingFan fan && fan.isScript() ? 0 : arrivals[i];
            threads.execute(() -> visit(visitor, due, clock, left));
        }
        Thread reports = Thread.ofVirtual().start(() -> report(clock, organiser));
        boolean all = awaitEnd(left, clock);
        clock.end();
        if (!all) {
            left.await(CHECKOUTS.toSeconds(), TimeUnit.SECONDS);
        }
        Duration took = Duration.ofNanos(clock.nanos());
        threads.shutdownNow();
        reports.interrupt();
        return took;
    }

    /** Ends the sale early: who waits leaves, who pays has its time. */
    void stop() {
        asked.countDown();
    }

    boolean isStopped() {
        return asked.getCount() == 0;
    }

    SaleTally tally() {
        return tally;
    }

    /** Whether all visitors have left. */
    private boolean awaitEnd(CountDownLatch left, SaleClock clock) throws InterruptedException {
        while (clock.nanos() < options.pace().limit().toNanos() && !isStopped()) {
            if (left.await(200, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return left.getCount() == 0;
    }

    private void visit(SaleVisitor visitor, long due, SaleClock clock, CountDownLatch left) {
        try {
            clock.waitUntil(due);
            tally.mark(SaleMark.ARRIVED, due);
            visitor.come(due);
        } catch (SaleClock.SaleOver over) {
            tally.ended("was there when the sale ended");
        } catch (CallFailed failed) {
            tally.ended("gave up: " + failed.getMessage());
        } catch (RuntimeException | AssertionError e) {
            tally.failed(clock.nanos(), "unexpected: " + firstLine(e));
            tally.ended("gave up: an unexpected answer");
        } finally {
            left.countDown();
        }
    }

    private SaleVisitor visitor(int i, List<Fan> fans, SaleFloor floor) {
        SplittableRandom own = random.split();
        return switch (options.profile()) {
            case BROWSE -> new PageReader(floor, own, Duration.ZERO);
            case RELOAD ->
                i % 5 == 0
                        ? person(i, fans, floor, own)
                        : new PageReader(floor, own, options.pace().over());
            case BOTS ->
                own.nextInt(100) < options.bots().share()
                        ? new BuyingFan(
                                fans.get(i).api(),
                                floor,
                                Habit.ofScript(own, options.bots().solving()),
                                own)
                        : personWithPages(i, fans, floor, own);
            case RUSH, STEADY -> person(i, fans, floor, own);
        };
    }

    private static SaleVisitor person(int i, List<Fan> fans, SaleFloor floor, SplittableRandom own) {
        return new BuyingFan(fans.get(i).api(), floor, Habit.ofPerson(own), own);
    }

    /** Challenges depend on whether a page was open. */
    private static SaleVisitor personWithPages(int i, List<Fan> fans, SaleFloor floor, SplittableRandom own) {
        Api api = fans.get(i).api();
        return new BuyingFan(api, FrontEndCalls.of(api), floor, Habit.ofPerson(own), own);
    }

    private void report(SaleClock clock, Api organiser) {
        try {
            while (true) {
                Thread.sleep(BETWEEN_REPORTS);
                System.out.printf(
                        Locale.ROOT,
                        "%4d s: %,d of %,d arrived, %,d waiting (%s), %,d let in, %,d holds, %,d of %,d seats sold, %,d refused, %,d failed%n",
                        clock.nanos() / 1_000_000_000L,
                        tally.count(SaleMark.ARRIVED),
                        options.fans(),
                        tally.waiting(),
                        limit(organiser),
                        tally.count(SaleMark.ADMITTED),
                        tally.count(SaleMark.HELD),
                        tally.seatsSold(),
                        options.seats(),
                        tally.count(SaleMark.REFUSED),
                        tally.count(SaleMark.FAILED));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** By what the line is limited: HEALTH, SEATS, CAP … as the organiser's page says it. */
    private String limit(Api organiser) {
        try {
            Answer room = organiser.get("/api/events/" + event + "/room");
            return room.status() == 200 ? room.json("pulse").path("binding").asString("?") : "?";
        } catch (UncheckedIOException | IllegalStateException e) {
            return "?";
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
