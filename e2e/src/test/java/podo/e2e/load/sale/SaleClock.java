package podo.e2e.load.sale;

import java.io.Serial;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Time since the sale began, and whether it is over: then whoever waits stops, and whoever is paying goes on. */
final class SaleClock {

    /** The sale was over while a fan waited. */
    static final class SaleOver extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        SaleOver() {
            super(null, null, false, false);
        }
    }

    private final long began = System.nanoTime();
    /** Parked threads, which end() wakes; a latch would search its whole queue whenever one of thousands has waited long enough. */
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

    private volatile boolean over;

    long nanos() {
        return System.nanoTime() - began;
    }

    void end() {
        over = true;
        waiting.forEach(LockSupport::unpark);
    }

    /** Throws {@link SaleOver}. */
    void waitUntil(long nanos) {
        Thread self = Thread.currentThread();
        waiting.add(self);
        try {
            for (long left = nanos - nanos(); left > 0 && !over && !self.isInterrupted(); left = nanos - nanos()) {
                LockSupport.parkNanos(left);
            }
        } finally {
            waiting.remove(self);
        }
        if (over || self.isInterrupted()) {
            throw new SaleOver();
        }
    }

    /** Throws {@link SaleOver}. */
    void pause(Duration time) {
        waitUntil(nanos() + time.toNanos());
    }

    /** Of who holds seats and pays for them, also when the sale is over meanwhile. */
    void pauseInCheckout(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new SaleOver();
        }
    }
}
