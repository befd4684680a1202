package podo.outbox;

import io.namastack.outbox.handler.OutboxHandler;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import podo.contracts.Message;
import tools.jackson.databind.json.JsonMapper;

/** Publishes a committed record to Kafka and returns once the broker has acknowledged it. After a crash in between it is published again. */
class OutboxPublisher implements OutboxHandler {

    static final String TYPE = "type";

    private final KafkaTemplate<String, Object> kafka;
    private final JsonMapper json;

    OutboxPublisher(KafkaTemplate<String, Object> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    @Override
    public void handle(Object payload, OutboxRecordMetadata metadata) {
        Message message = (Message) payload;
        ProducerRecord<String, Object> record =
                new ProducerRecord<>(message.topic(), message.key(), json.writeValueAsString(message));
        record.headers().add(TYPE, bytes(message.getClass().getSimpleName()));
        record.headers()
                .add(
                        Outbox.MESSAGE_ID,
                        bytes(Objects.requireNonNull(metadata.getContext().get(Outbox.MESSAGE_ID))));
        MessageTrace.continueIn(record.headers(), metadata.getContext());
        try {
            kafka.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new KafkaException("not acknowledged: " + message.topic(), e.getCause());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
