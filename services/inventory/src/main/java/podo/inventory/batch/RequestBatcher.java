package podo.inventory.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Natural batching: what comes in while one batch is under way makes up the next. Nobody waits for company, and the
 * busier it gets the more share one trip. A trip that is stuck is not waited for: another driver takes the queue over,
 * and the stuck one ends with its batch. Nobody but those who wait sees to that, so it needs no timer that might be late.
 */
public final class RequestBatcher<T> {

    /** So many stuck trips mean that the way itself is closed, and more would only stand on it too. */
    private static final int DRIVERS = 4;

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Driver> driver = new AtomicReference<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final int most;
    private final Duration patience;
    private final Consumer<List<T>> trip;

    /**
     * @param trip takes 1 to {@code most} items and throws nothing
     * @param patience how long one trip may take before another sets out beside it
     */
    public RequestBatcher(int most, Duration patience, Consumer<List<T>> trip) {
        this.most = most;
        this.patience = patience;
        this.trip = trip;
    }

    /** Waits for what becomes of the item; throws what the trip completed it with. */
    public <R> R carry(T item, CompletableFuture<R> arrival) {
        add(item);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return arrival.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    setOut();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public void add(T item) {
        waiting.add(item);
        setOut();
    }

    private void setOut() {
        Driver last = driver.get();
        if (waiting.isEmpty() || (last != null && !last.isStuck()) || underWay.get() >= DRIVERS) {
            return;
        }
        Driver next = new Driver();
        if (driver.compareAndSet(last, next)) {
            underWay.incrementAndGet();
            Thread.startVirtualThread(next);
        }
    }

    private final class Driver implements Runnable {

        private volatile long leftAt = System.nanoTime();

        boolean isStuck() {
            return System.nanoTime() - leftAt > patience.toNanos();
        }

        @Override
        public void run() {
            try {
                do {
                    leftAt = System.nanoTime();
                    List<T> batch = next();
                    if (!batch.isEmpty()) {
                        trip.accept(batch);
                    }
                } while (driver.get() == this && !waiting.isEmpty());
            } finally {
                underWay.decrementAndGet();
                driver.compareAndSet(this, null);
                setOut();
            }
        }

        private List<T> next() {
            List<T> batch = new ArrayList<>();
            for (T item = waiting.poll(); item != null; item = batch.size() < most ? waiting.poll() : null) {
                batch.add(item);
            }
            return batch;
        }
    }
}
