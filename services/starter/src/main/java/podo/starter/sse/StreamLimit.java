package podo.starter.sse;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Room for so many open streams; who finds none is told to poll, long before memory ends. */
public class StreamLimit {

    private final int bound;
    private final Semaphore free;

    StreamLimit(int bound) {
        this.bound = bound;
        this.free = new Semaphore(bound);
    }

    /**
     * A place for one stream; whoever gets it runs the answer when the stream is over, and running it again does nothing.
     *
     * @throws TooManyStreams when there is none
     */
    public Runnable enter() {
        if (!free.tryAcquire()) {
            throw new TooManyStreams();
        }
        var inside = new AtomicBoolean(true);
        return () -> {
            if (inside.compareAndSet(true, false)) {
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
