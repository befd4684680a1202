package podo.outbox;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.namastack.outbox.OutboxProcessingScheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OutboxTriggerTest {

    private final OutboxProcessingScheduler scheduler = mock();
    private final ObjectProvider<OutboxProcessingScheduler> schedulers = mock();

    @BeforeEach
    void startTransaction() {
        when(schedulers.getObject()).thenReturn(scheduler);
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void processesAfterTheCommitAndNotBefore() {
        OutboxTrigger trigger = started(Duration.ofHours(1));
        trigger.runAfterCommit();
        verifyNoInteractions(scheduler);
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        await().untilAsserted(() -> verify(scheduler).process());
        trigger.stop();
    }

    @Test
    void processesAgainWhileThereAreRecords() {
        OutboxTrigger trigger = new OutboxTrigger(schedulers, Duration.ofHours(1));
        AtomicInteger left = new AtomicInteger(5);
        doAnswer(call -> {
                    trigger.onTaskComplete(left.getAndDecrement() > 0 ? 200 : 0);
                    return null;
                })
                .when(scheduler)
                .process();
        trigger.start();
        trigger.runAfterCommit();
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        await().until(() -> left.get() < 0);
        trigger.stop();
    }

    @Test
    void pollsWithoutACommitAndAfterAFailure() {
        doThrow(new IllegalStateException("the database is unavailable"))
                .when(scheduler)
                .process();
        OutboxTrigger trigger = started(Duration.ofMillis(5));
        await().untilAsserted(() -> verify(scheduler, atLeast(3)).process());
        trigger.stop();
    }

    private OutboxTrigger started(Duration pollInterval) {
        OutboxTrigger trigger = new OutboxTrigger(schedulers, pollInterval);
        trigger.start();
        return trigger;
    }
}
