package podo.event.show.catalogue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podo.stack.junit.Interleavings;

class CoalescedReadsInterleavingsTest {

    @Test
    void whoReadsAfterAChangeSeesItAndNobodyReadsTwiceAtOnce() {
        Interleavings.explore(1_000, threads -> {
            var reads = new CoalescedReads();
            var source = new AtomicInteger();
            var reading = new AtomicInteger();
            for (int reader = 0; reader < 2; reader++) {
                threads.execute(() -> reads.read("key", () -> {
                    if (reading.incrementAndGet() > 1) {
                        throw new AssertionError("two reads of one key at once");
                    }
                    int value = source.get();
                    reading.decrementAndGet();
                    return value;
                }));
            }
            threads.join();
            source.set(1);
            int after = reads.read("key", source::get);
            if (after != 1) {
                throw new AssertionError("an old result was kept");
            }
        });
    }
}
