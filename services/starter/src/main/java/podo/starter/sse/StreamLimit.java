package podo.starter.sse;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Limits the open streams of this process, so that they do not use up its heap. */
public class StreamLimit {

    private final int bound;
    private final Semaphore free;

    StreamLimit(int bound) {
        this.bound = bound;
        this.free = new Semaphore(bound);
    }

    /**
     * Takes a place for one stream; the returned action gives it back, and does nothing when it is run again.
     *
     * @throws TooManyStreams when all places are taken
     */
    public Runnable enter() {
        if (!free.tryAcquire()) {
            throw new TooManyStreams();
        }
        var taken = new AtomicBoolean(true);
        return () -> {
            if (taken.compareAndSet(true, false)) {
                free.release();
            }
        };
    }

    public int bound() {
        return bound;
    }

    public int open() {
        return bound - free.availablePermits();
    }
}
