package podo.starter.buffer;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podo.stack.junit.Interleavings;

class CoalescingBufferInterleavingsTest {

    @Test
    void whatIsAddedWhileTheBufferIsDrainedIsTakenOnce() {
        Interleavings.explore(1_000, threads -> {
            var buffer = new CoalescingBuffer<String, Integer>(10, Integer::sum);
            var taken = new AtomicInteger();
            buffer.add("a", 1);
            threads.execute(() -> buffer.add("a", 2));
            threads.execute(() -> buffer.drain().values().forEach(taken::addAndGet));
            threads.join();
            buffer.drain().values().forEach(taken::addAndGet);
            if (taken.get() != 3) {
                throw new AssertionError("3 was added and " + taken + " taken");
            }
        });
    }
}
