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
 * Empties the outbox as soon as a transaction that filled it has committed. What came otherwise (a retry that is due, a
 * record that another instance left) is found on a slower round: looking costs the database whether or not there is
 * anything. Goes round alone, since the library's own timer skips a round that meets another.
 */
class OutboxTrigger implements OutboxPollingTrigger, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxTrigger.class);
    private static final Duration NEVER = Duration.ofDays(1);

    private final ObjectProvider<OutboxProcessingScheduler> rounds;
    private final Duration slowRound;
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread walking;
    private volatile boolean foundSome;

    OutboxTrigger(ObjectProvider<OutboxProcessingScheduler> rounds, Duration slowRound) {
        this.rounds = rounds;
        this.slowRound = slowRound;
    }

    /** Comes once the surrounding transaction has committed. */
    void callAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calls.release();
            }
        });
    }

    private void walk() {
        while (walking == Thread.currentThread()) {
            try {
                if (!foundSome) {
                    calls.tryAcquire(slowRound.toMillis(), TimeUnit.MILLISECONDS);
                }
                calls.drainPermits();
                foundSome = false;
                rounds.getObject().process();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("The outbox could not be emptied, and will be: {}", e.toString());
            }
        }
    }

    /** The library says how many keys had something; it may have looked at a part only. */
    @Override
    public void onTaskComplete(int keys) {
        foundSome = keys > 0;
    }

    @Override
    public Instant nextExecution(TriggerContext context) {
        return Instant.now().plus(NEVER);
    }

    @Override
    public void start() {
        walking = Thread.ofVirtual().name("postman").unstarted(this::walk);
        walking.start();
    }

    @Override
    public void stop() {
        Thread thread = walking;
        walking = null;
        if (thread != null) {
            calls.release();
        }
    }

    @Override
    public boolean isRunning() {
        return walking != null;
    }

    /** Starts after the library's own scheduler (phase 1) and stops before it. */
    @Override
    public int getPhase() {
        return 2;
    }
}
