package podo.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Payload;
import podo.contracts.Message;
import podo.contracts.event.EventMessage;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** Test double of the inventory: records event messages and sends inventory messages. */
@TestComponent
@KafkaListener(topics = EventMessage.TOPIC, groupId = "inventory-of-the-test", properties = "${podo.test.kafka-login}")
public class Inventory {

    private final List<EventMessage> messages = new CopyOnWriteArrayList<>();
    private final TestKafka kafka = new TestKafka("inventory");
    private final JsonMapper json;

    Inventory(JsonMapper json) {
        this.json = json;
    }

    @KafkaHandler
    void on(@Payload EventMessage message) {
        messages.add(message);
    }

    /** What is meant for the log. */
    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}

    /** The messages about this event, in order. */
    public List<EventMessage> received(long eventId) {
        return messages.stream().filter(message -> message.eventId() == eventId).toList();
    }

    public void send(Message message) {
        kafka.send(
                message.topic(), message.key(), message.getClass().getSimpleName(), json.writeValueAsString(message));
    }
}
