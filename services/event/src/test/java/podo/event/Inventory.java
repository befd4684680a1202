package podo.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.handler.annotation.Payload;
import podo.contracts.Message;
import podo.contracts.event.EventMessage;
import tools.jackson.databind.json.JsonMapper;

/** Test double of the inventory: records event messages and sends inventory messages. */
@TestComponent
@KafkaListener(topics = EventMessage.TOPIC, groupId = "inventory-of-the-test")
public class Inventory {

    private final List<EventMessage> messages = new CopyOnWriteArrayList<>();
    private final KafkaTemplate<String, Object> kafka;
    private final JsonMapper json;

    Inventory(KafkaTemplate<String, Object> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    @KafkaHandler
    void on(@Payload EventMessage message) {
        messages.add(message);
    }

    /** The messages about this event, in order. */
    public List<EventMessage> received(long eventId) {
        return messages.stream().filter(message -> message.eventId() == eventId).toList();
    }

    public void send(Message message) {
        ProducerRecord<String, Object> envelope =
                new ProducerRecord<>(message.topic(), message.key(), json.writeValueAsString(message));
        envelope.headers().add("type", message.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        envelope.headers().add("message-id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        kafka.send(envelope).join();
    }
}
