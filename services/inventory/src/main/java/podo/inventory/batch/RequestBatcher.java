package podo.inventory.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Batches concurrent requests: items that arrive while one batch runs make up the next one, so no item waits for company. When a
 * batch runs longer than {@code stuckAfter}, another worker takes over the queue and the stuck one ends with its batch. Waiting
 * callers start the replacement worker, so no timer is needed.
 */
public final class RequestBatcher<T> {

    /** When so many batches are stuck, the resource behind them is, and more workers would be stuck too. */
    private static final int MAX_WORKERS = 4;

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Worker> currentWorker = new AtomicReference<>();
    private final AtomicInteger runningWorkers = new AtomicInteger();
    private final int maxBatch;
    private final Duration stuckAfter;
    private final Consumer<List<T>> runBatch;
    private final Executor workers;

    /**
     * @param runBatch takes 1 to {@code maxBatch} items and throws nothing
     * @param stuckAfter how long a batch may run before the next one runs beside it
     */
    public RequestBatcher(int maxBatch, Duration stuckAfter, Consumer<List<T>> runBatch) {
        this(maxBatch, stuckAfter, runBatch, Thread::startVirtualThread);
    }

    /** @param workers runs each worker on a thread of its own */
    RequestBatcher(int maxBatch, Duration stuckAfter, Consumer<List<T>> runBatch, Executor workers) {
        this.maxBatch = maxBatch;
        this.stuckAfter = stuckAfter;
        this.runBatch = runBatch;
        this.workers = workers;
    }

    /** Adds the item and waits for its result, which {@code runBatch} completes; throws what it was completed with. */
    public <R> R submit(T item, CompletableFuture<R> result) {
        add(item);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get(stuckAfter.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    startWorkerIfNeeded();
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

    /** Adds the item without waiting for it. */
    public void add(T item) {
        waiting.add(item);
        startWorkerIfNeeded();
    }

    private void startWorkerIfNeeded() {
        Worker current = currentWorker.get();
        if (waiting.isEmpty() || (current != null && !current.isStuck()) || runningWorkers.get() >= MAX_WORKERS) {
            return;
        }
        Worker next = new Worker();
        if (currentWorker.compareAndSet(current, next)) {
            runningWorkers.incrementAndGet();
            workers.execute(next);
        }
    }

    private final class Worker implements Runnable {

        private volatile long batchStartedAt = System.nanoTime();

        boolean isStuck() {
            return System.nanoTime() - batchStartedAt > stuckAfter.toNanos();
        }

        @Override
        public void run() {
            try {
                do {
                    batchStartedAt = System.nanoTime();
                    List<T> batch = takeBatch();
                    if (!batch.isEmpty()) {
                        runBatch.accept(batch);
                    }
                } while (currentWorker.get() == this && !waiting.isEmpty());
            } finally {
                runningWorkers.decrementAndGet();
                currentWorker.compareAndSet(this, null);
                startWorkerIfNeeded();
            }
        }

        private List<T> takeBatch() {
            List<T> batch = new ArrayList<>();
            while (batch.size() < maxBatch) {
                T item = waiting.poll();
                if (item == null) {
                    break;
                }
                batch.add(item);
            }
            return batch;
        }
    }
}
