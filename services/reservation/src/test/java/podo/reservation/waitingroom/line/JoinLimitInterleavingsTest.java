package podo.reservation.waitingroom.line;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podo.stack.junit.Interleavings;

class JoinLimitInterleavingsTest {

    @Test
    void joinsAreCountedWhenAMinuteBegins() {
        Interleavings.explore(200, threads -> {
            var counts = new JoinLimit.Counts();
            counts.count(1, 7);
            var highest = new AtomicInteger();
            for (int join = 0; join < 2; join++) {
                threads.execute(() -> highest.accumulateAndGet(counts.count(2, 7), Math::max));
            }
            threads.join();
            if (highest.get() != 2) {
                throw new AssertionError("two joins were counted as " + highest);
            }
        });
    }
}
