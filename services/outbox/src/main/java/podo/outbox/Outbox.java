package podo.outbox;

import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.Message;

/** Where a transaction leaves what the others are to hear once it has committed. */
public class Outbox {

    static final String MESSAGE_ID = "message-id";

    private final io.namastack.outbox.Outbox records;
    private final OutboxTrigger postman;

    Outbox(io.namastack.outbox.Outbox records, OutboxTrigger postman) {
        this.records = records;
        this.postman = postman;
    }

    /**
     * Says it with the surrounding transaction: never when that rolls back, at least once when it commits, and in
     * order among messages of the same key.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        records.schedule(
                message, message.key(), Map.of(MESSAGE_ID, UUID.randomUUID().toString()));
        postman.callAfterCommit();
    }
}
