package podo.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import podo.contracts.Message;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentMessage;
import podo.stack.junit.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** The Kafka consumer and producer of {@link NeighbourServices}. */
final class NeighbourMessages {

    private final KafkaProducer<String, String> producer;

    NeighbourMessages(Consumer<PaymentApproved> approved, Consumer<PaymentCancelled> cancelled) {
        String kafka = TestServers.kafka().bootstrap();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new StringSerializer());
        Thread consumer = new Thread(() -> listen(kafka, approved, cancelled), "neighbours messages");
        consumer.setDaemon(true);
        consumer.start();
    }

    void publish(Message message) {
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

    private static void listen(String kafka, Consumer<PaymentApproved> approved, Consumer<PaymentCancelled> cancelled) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "group.id", "town",
                "auto.offset.reset", "earliest",
                "metadata.max.age.ms", "1000");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(PaymentMessage.TOPIC));
            while (true) {
                for (ConsumerRecord<String, String> envelope : consumer.poll(Duration.ofMillis(200))) {
                    Header type = envelope.headers().lastHeader("type");
                    switch (new String(type.value(), StandardCharsets.UTF_8)) {
                        case "PaymentApproved" -> approved.accept(read(envelope, PaymentApproved.class));
                        case "PaymentCancelled" -> cancelled.accept(read(envelope, PaymentCancelled.class));
                        default -> {}
                    }
                }
            }
        }
    }

    private static <T> T read(ConsumerRecord<String, String> envelope, Class<T> type) {
        return JsonMapper.shared().readValue(envelope.value(), type);
    }
}
