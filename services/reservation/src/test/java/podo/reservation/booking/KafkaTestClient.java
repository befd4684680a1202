package podo.reservation.booking;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import podo.contracts.Message;
import podo.contracts.reservation.BookingCancelled;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages of the other services on the real Kafka, and collects the cancellations that this service sends. */
final class KafkaTestClient {

    private final TestKafka kafka = new TestKafka();
    private final Queue<BookingCancelled> cancellations = new ConcurrentLinkedQueue<>();

    KafkaTestClient() {
        TestKafka.listen(
                BookingCancelled.TOPIC,
                "test-client-" + UUID.randomUUID(),
                (type, json) -> cancellations.add(JsonMapper.shared().readValue(json, BookingCancelled.class)));
    }

    void send(Message message) {
        kafka.send(
                message.topic(),
                message.key(),
                message.getClass().getSimpleName(),
                JsonMapper.shared().writeValueAsString(message));
    }

    /** Without repeats of the same message. */
    List<BookingCancelled> cancellationsOf(String orderId) {
        return cancellations.stream()
                .filter(message -> message.orderId().equals(orderId))
                .distinct()
                .toList();
    }
}
