package podo.inventory.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many concurrent fans. */
public final class Crowd {

    /** The holds and the refusals of all fans. */
    public record Outcome(List<Hold> holds, List<Exception> refusals) {}

    private Crowd() {}

    public static Outcome rush(int fans, IntFunction<Callable<Hold>> request) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Hold>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < fans; i++) {
                Callable<Hold> mine = request.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return mine.call();
                }));
            }
            start.countDown();
            List<Hold> holds = new ArrayList<>();
            List<Exception> refusals = new ArrayList<>();
            for (Future<Hold> one : running) {
                try {
                    holds.add(one.get());
                } catch (ExecutionException e) {
                    refusals.add((Exception) e.getCause());
                }
            }
            return new Outcome(holds, refusals);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
