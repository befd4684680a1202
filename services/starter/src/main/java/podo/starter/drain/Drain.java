package podo.starter.drain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Runs before anything of the process is stopped: schedulers, consumers and the registry's client go on meanwhile. The process leaves the
 * registry, waits until its callers have noticed, and then until its requests and streams are over.
 */
class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final ApplicationContext context;
    private final DrainSettings settings;
    private final RequestsInFlight requests;
    private final List<Drainable> lasting;
    private final Runnable deregister;

    Drain(
            ApplicationContext context,
            DrainSettings settings,
            RequestsInFlight requests,
            List<Drainable> lasting,
            Runnable deregister) {
        this.context = context;
        this.settings = settings;
        this.requests = requests;
        this.lasting = lasting;
        this.deregister = deregister;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        // the end of a context within this one is published here too
        if (event.getApplicationContext() != context || !isRequested()) {
            return;
        }
        try {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRequested() {
        return !settings.request().isEmpty() && Files.exists(Path.of(settings.request()));
    }

    private void drain() throws InterruptedException {
        long start = System.nanoTime();
        log.info("draining");
        deregister.run();
        requests.closeConnections();
        Thread.sleep(settings.unlistedAfter());
        lasting.forEach(one -> one.beginDrain(settings.streamsWithin()));
        while (!isOver() && elapsed(start).compareTo(settings.atMost()) < 0) {
            Thread.sleep(100);
        }
        log.info(
                "{} after {} ms",
                isOver() ? "drained" : "not drained",
                elapsed(start).toMillis());
    }

    private boolean isOver() {
        return requests.areOver(settings.quiet()) && lasting.stream().allMatch(Drainable::isDrained);
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
