package podo.payment;

import java.util.function.Consumer;
import podo.contracts.Message;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentMessage;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** The messages of {@link NeighbourServices}. */
final class NeighbourMessages {

    private final TestKafka kafka = new TestKafka();

    NeighbourMessages(Consumer<PaymentApproved> approved, Consumer<PaymentCancelled> cancelled) {
        TestKafka.listen(PaymentMessage.TOPIC, "town", (type, json) -> {
            switch (type) {
                case "PaymentApproved" -> approved.accept(JsonMapper.shared().readValue(json, PaymentApproved.class));
                case "PaymentCancelled" ->
                    cancelled.accept(JsonMapper.shared().readValue(json, PaymentCancelled.class));
                default -> {}
            }
        });
    }

    void publish(Message message) {
        kafka.send(
                message.topic(),
                message.key(),
                message.getClass().getSimpleName(),
                JsonMapper.shared().writeValueAsString(message));
    }
}
