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

    private final OutboxProcessingScheduler round = mock();
    private final ObjectProvider<OutboxProcessingScheduler> rounds = mock();

    @BeforeEach
    void begin() {
        when(rounds.getObject()).thenReturn(round);
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void comesWhenTheTransactionHasCommittedAndNotBefore() {
        OutboxTrigger postman = walking(Duration.ofHours(1));
        postman.callAfterCommit();
        verifyNoInteractions(round);
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        await().untilAsserted(() -> verify(round).process());
        postman.stop();
    }

    @Test
    void goesOnWhileThereIsSomething() {
        OutboxTrigger postman = new OutboxTrigger(rounds, Duration.ofHours(1));
        AtomicInteger left = new AtomicInteger(5);
        doAnswer(call -> {
                    postman.onTaskComplete(left.getAndDecrement() > 0 ? 200 : 0);
                    return null;
                })
                .when(round)
                .process();
        postman.start();
        postman.callAfterCommit();
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        await().until(() -> left.get() < 0);
        postman.stop();
    }

    @Test
    void goesRoundUncalledAndAfterATripThatFailed() {
        doThrow(new IllegalStateException("the database is away")).when(round).process();
        OutboxTrigger postman = walking(Duration.ofMillis(5));
        await().untilAsserted(() -> verify(round, atLeast(3)).process());
        postman.stop();
    }

    private OutboxTrigger walking(Duration slowRound) {
        OutboxTrigger postman = new OutboxTrigger(rounds, slowRound);
        postman.start();
        return postman;
    }
}
