package podo.reservation.booking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import podo.contracts.Message;
import podo.contracts.reservation.BookingCancelled;
import podo.stack.junit.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages of the other services on the real Kafka, and collects the cancellations that this service sends. */
final class KafkaTestClient {

    private final KafkaProducer<String, String> producer;
    private final Queue<BookingCancelled> cancellations = new ConcurrentLinkedQueue<>();

    KafkaTestClient() {
        String kafka = TestServers.kafka().bootstrap();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new StringSerializer());
        Thread listener = new Thread(() -> listen(kafka), "kafka-test-client");
        listener.setDaemon(true);
        listener.start();
    }

    void send(Message message) {
        ProducerRecord<String, String> envelope = new ProducerRecord<>(
                message.topic(), message.key(), JsonMapper.shared().writeValueAsString(message));
        envelope.headers().add("type", message.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        envelope.headers().add("message-id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(envelope).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without repeats of the same message. */
    List<BookingCancelled> cancellationsOf(String orderId) {
        return cancellations.stream()
                .filter(message -> message.orderId().equals(orderId))
                .distinct()
                .toList();
    }

    private void listen(String kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "group.id",
                "test-client-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(BookingCancelled.TOPIC));
            while (true) {
                for (ConsumerRecord<String, String> envelope : consumer.poll(Duration.ofMillis(200))) {
                    cancellations.add(JsonMapper.shared().readValue(envelope.value(), BookingCancelled.class));
                }
            }
        }
    }
}
