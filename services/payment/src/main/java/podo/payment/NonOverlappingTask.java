package podo.payment;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a scheduled job on a virtual thread of its own, one run at a time, so that a job that waits for the bank does not
 * delay the others on the single scheduler thread.
 */
public final class NonOverlappingTask {

    private static final Logger log = LoggerFactory.getLogger(NonOverlappingTask.class);

    private final String name;
    private final AtomicBoolean busy = new AtomicBoolean();

    public NonOverlappingTask(String name) {
        this.name = name;
    }

    /** Does nothing while the previous run goes on. */
    public void runUnlessBusy(Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("{} failed and runs again at the next tick: {}", name, e.toString());
            } finally {
                busy.set(false);
            }
        });
    }
}
