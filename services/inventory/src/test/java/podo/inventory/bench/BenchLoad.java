package podo.inventory.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.SeatsTaken;

/** Runs requests with a number of concurrent callers and measures each. */
final class BenchLoad {

    /** What became of one request. */
    enum Outcome {
        WON,
        REFUSED,
        FAILED
    }

    interface Request {
        Outcome send() throws Exception;

        /** How long the caller thinks before the next one. */
        default Duration pause() {
            return Duration.ZERO;
        }
    }

    /**
     * @param processorMillis what all processors of the machine worked meanwhile, for everybody
     * @param micros sorted, one per request
     */
    record Result(int won, int refused, int failed, double seconds, double processorMillis, long[] micros) {

        double perSecond() {
            return (won + refused) / seconds;
        }

        double millis(double quantile) {
            return micros[(int) Math.min(micros.length - 1, Math.floor(micros.length * quantile))] / 1_000.0;
        }
    }

    private BenchLoad() {}

    static Result of(int requests, int callers, IntFunction<Request> request) {
        int[] counts = new int[Outcome.values().length];
        long[] micros = new long[requests];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Request[] prepared = new Request[requests];
        Arrays.setAll(prepared, request::apply);
        long began;
        double busy = ProcessorTime.busyMillis();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.submit(() -> {
                    start.await();
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        long before = System.nanoTime();
                        Outcome outcome = outcome(prepared[n]);
                        micros[n] = (System.nanoTime() - before) / 1_000;
                        synchronized (counts) {
                            counts[outcome.ordinal()]++;
                        }
                        Thread.sleep(prepared[n].pause());
                    }
                    return null;
                });
            }
            began = System.nanoTime();
            start.countDown();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        busy = ProcessorTime.busyMillis() - busy;
        Arrays.sort(micros);
        return new Result(counts[0], counts[1], counts[2], seconds, busy, micros);
    }

    private static Outcome outcome(Request request) {
        try {
            return request.send();
        } catch (SeatsTaken | AreaFull e) {
            return Outcome.REFUSED;
        } catch (Exception e) {
            return Outcome.FAILED;
        }
    }
}
