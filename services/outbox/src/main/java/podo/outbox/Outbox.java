package podo.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.Message;

/** Stores messages in the surrounding transaction; they are published to Kafka after its commit. */
public class Outbox {

    static final String MESSAGE_ID = "message-id";

    private final io.namastack.outbox.Outbox records;
    private final OutboxTrigger trigger;
    private final MessageTrace trace;

    Outbox(io.namastack.outbox.Outbox records, OutboxTrigger trigger, MessageTrace trace) {
        this.records = records;
        this.trigger = trigger;
        this.trace = trace;
    }

    /**
     * Never published when the transaction rolls back, at least once when it commits, in order among messages of one key.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        Map<String, String> context = new HashMap<>();
        context.put(MESSAGE_ID, UUID.randomUUID().toString());
        trace.keep(context);
        records.schedule(message, message.key(), context);
        trigger.runAfterCommit();
    }
}
