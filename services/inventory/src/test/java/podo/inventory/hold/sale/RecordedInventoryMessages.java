package podo.inventory.hold.sale;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import podo.contracts.inventory.InventoryMessage;

/** Records the messages that inventory sends. */
@TestComponent
@KafkaListener(
        topics = InventoryMessage.TOPIC,
        groupId = "test-listener",
        properties = {"auto.offset.reset=earliest", "${podo.test.kafka-login}"})
public class RecordedInventoryMessages {

    private final List<InventoryMessage> messages = new CopyOnWriteArrayList<>();

    @KafkaHandler
    void any(InventoryMessage message) {
        messages.add(message);
    }

    @KafkaHandler(isDefault = true)
    void other(Object ignored) {}

    List<InventoryMessage> about(String orderId) {
        return messages.stream()
                .filter(message -> message.orderId().equals(orderId))
                .toList();
    }
}
