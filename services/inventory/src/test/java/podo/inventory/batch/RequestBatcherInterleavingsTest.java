package podo.inventory.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podo.stack.junit.Interleavings;

class RequestBatcherInterleavingsTest {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Test
    void eachItemRunsOnceAndBatchesDoNotOverlap() {
        Interleavings.explore(200, threads -> {
            AtomicInteger ran = new AtomicInteger();
            AtomicBoolean runs = new AtomicBoolean();
            AtomicBoolean overlapped = new AtomicBoolean();
            var batcher = new RequestBatcher<Integer>(
                    8,
                    FOR_EVER,
                    batch -> {
                        if (!runs.compareAndSet(false, true)) {
                            overlapped.set(true);
                        }
                        ran.addAndGet(batch.size());
                        runs.set(false);
                    },
                    threads);
            threads.execute(() -> batcher.add(1));
            threads.execute(() -> batcher.add(2));
            threads.join();
            if (ran.get() != 2) {
                throw new AssertionError(ran + " of 2 items ran");
            }
            if (overlapped.get()) {
                throw new AssertionError("two batches at once");
            }
        });
    }
}
