package podo.payment;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work that may wait for somebody off the scheduler's only thread, so that a slow bank can't hold up the other
 * ticks; what is still going on is not started a second time.
 */
public final class SingleFlight {

    private static final Logger log = LoggerFactory.getLogger(SingleFlight.class);

    private final String name;
    private final AtomicBoolean busy = new AtomicBoolean();

    public SingleFlight(String name) {
        this.name = name;
    }

    public void run(Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("{} is tried again at the next tick: {}", name, e.toString());
            } finally {
                busy.set(false);
            }
        });
    }
}
