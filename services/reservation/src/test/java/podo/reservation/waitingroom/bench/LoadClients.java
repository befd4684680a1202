package podo.reservation.waitingroom.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** So many callers who call one after the other, each waiting for its answer. */
final class LoadClients {

    /** What one caller does again and again; the number is the call's own. */
    interface Caller {
        void call(int number) throws Exception;
    }

    /** @param cpu microseconds of processor time that one call cost, per process */
    record Speed(
            String name,
            double perSecond,
            double p50Millis,
            double p99Millis,
            int failed,
            String lastFailure,
            Map<String, Double> cpu) {}

    /** Processor time (s) that each process has used so far. */
    interface Meter extends Supplier<Map<String, Double>> {}

    private LoadClients() {}

    static Speed measure(String name, int calls, int callers, Meter meter, IntFunction<Caller> newCaller) {
        long[] nanos = new long[calls];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<String> failure = new AtomicReference<>("");
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        Thread[] threads = new Thread[callers];
        for (int i = 0; i < callers; i++) {
            Caller caller = newCaller.apply(i);
            threads[i] = Thread.ofVirtual().start(() -> {
                ready.countDown();
                await(go);
                for (int n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
                    long began = System.nanoTime();
                    try {
                        caller.call(n);
                    } catch (Exception e) {
                        failed.incrementAndGet();
                        failure.set(e.toString());
                    }
                    nanos[n] = System.nanoTime() - began;
                }
            });
        }
        await(ready);
        Map<String, Double> before = meter.get();
        long began = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            join(thread);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<String, Double> cpu = new TreeMap<>(meter.get());
        cpu.replaceAll((process, used) -> (used - before.get(process)) * 1e6 / calls);
        Arrays.sort(nanos);
        return new Speed(
                name,
                calls / seconds,
                nanos[calls / 2] / 1e6,
                nanos[(int) (calls * 0.99)] / 1e6,
                failed.get(),
                failure.get(),
                cpu);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
