package podo.inventory.hold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Natural batching: what comes in while one batch is under way makes up the next. Nobody waits for company, and the
 * busier it gets the more share one trip. A trip that is stuck is not waited for.
 */
final class NaturalBatches<T> {

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final int most;
    private final Consumer<List<T>> trip;
    private volatile long leftAt;

    /** @param trip takes 1 to {@code most} items and throws nothing */
    NaturalBatches(int most, Consumer<List<T>> trip) {
        this.most = most;
        this.trip = trip;
    }

    void add(T item) {
        waiting.add(item);
        setOut();
    }

    /** Sends those who wait on a trip of their own when the last one left longer ago than that. */
    void waitNoLongerThan(Duration patience) {
        if (!waiting.isEmpty() && underWay.get() > 0 && System.nanoTime() - leftAt > patience.toNanos()) {
            underWay.incrementAndGet();
            Thread.startVirtualThread(this::goOn);
        }
    }

    private void setOut() {
        if (!waiting.isEmpty() && underWay.compareAndSet(0, 1)) {
            Thread.startVirtualThread(this::goOn);
        }
    }

    private void goOn() {
        try {
            do {
                List<T> batch = next();
                if (!batch.isEmpty()) {
                    trip.accept(batch);
                }
            } while (!waiting.isEmpty() && underWay.get() == 1);
        } finally {
            underWay.decrementAndGet();
            setOut();
        }
    }

    private List<T> next() {
        leftAt = System.nanoTime();
        List<T> batch = new ArrayList<>();
        for (T item = waiting.poll(); item != null; item = batch.size() < most ? waiting.poll() : null) {
            batch.add(item);
        }
        return batch;
    }
}
