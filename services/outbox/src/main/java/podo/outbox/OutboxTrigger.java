package podo.outbox;

import io.namastack.outbox.OutboxProcessingScheduler;
import io.namastack.outbox.trigger.OutboxPollingTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TriggerContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts the library's outbox processing right after each commit that stored a message. A slower poll finds the rest: due
 * retries and records that another instance left. One thread does both, because the library's own timer skips a run that
 * overlaps another.
 */
class OutboxTrigger implements OutboxPollingTrigger, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxTrigger.class);
    private static final Duration NEVER = Duration.ofDays(1);

    private final ObjectProvider<OutboxProcessingScheduler> scheduler;
    private final Duration pollInterval;
    private final Semaphore commits = new Semaphore(0);
    private volatile @Nullable Thread worker;
    private volatile boolean foundRecords;

    OutboxTrigger(ObjectProvider<OutboxProcessingScheduler> scheduler, Duration pollInterval) {
        this.scheduler = scheduler;
        this.pollInterval = pollInterval;
    }

    /** Processes the outbox once the surrounding transaction has committed. */
    void runAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                commits.release();
            }
        });
    }

    private void processUntilStopped() {
        while (worker == Thread.currentThread()) {
            try {
                if (!foundRecords) {
                    commits.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
                }
                commits.drainPermits();
                foundRecords = false;
                scheduler.getObject().process();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Outbox processing failed and runs again: {}", e.toString());
            }
        }
    }

    /** The library reports how many keys had records; it may have processed only a part, so another run follows. */
    @Override
    public void onTaskComplete(int keys) {
        foundRecords = keys > 0;
    }

    @Override
    public Instant nextExecution(TriggerContext context) {
        return context.getClock().instant().plus(NEVER);
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().daemon().name("outbox-trigger").unstarted(this::processUntilStopped);
        worker.start();
    }

    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        if (thread != null) {
            commits.release();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Starts after the library's own scheduler (phase 1) and stops before it. */
    @Override
    public int getPhase() {
        return 2;
    }
}
