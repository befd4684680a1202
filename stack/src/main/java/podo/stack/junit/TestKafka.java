package podo.stack.junit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import podo.stack.server.KafkaAccounts;

/** Plays the other services on the Kafka of {@link TestServers}; whoever uses it brings the Kafka clients. */
public final class TestKafka {

    private static final String TYPE = "type";
    private static final String MESSAGE_ID = "message-id";

    private final KafkaProducer<String, String> producer;

    /** Writes every topic. */
    public TestKafka() {
        this(KafkaAccounts.OPERATOR);
    }

    /** Writes what the account of this service may write. */
    public TestKafka(String account) {
        Map<String, Object> settings = new HashMap<>(TestServers.kafka().clientSettings(account));
        settings.put("acks", "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Returns when the broker has the message. @param type the record's simple class name */
    public void send(String topic, String key, String type, String json) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, json);
        message.headers().add(TYPE, type.getBytes(StandardCharsets.UTF_8));
        message.headers().add(MESSAGE_ID, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives each message of the topic to the listener, as type and JSON, on a thread that ends with the JVM. */
    public static void listen(String topic, String group, BiConsumer<String, String> listener) {
        Map<String, Object> settings = new HashMap<>(TestServers.kafka().clientSettings(KafkaAccounts.OPERATOR));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("metadata.max.age.ms", "1000");
        Thread thread = new Thread(() -> poll(topic, settings, listener), "test-kafka " + group);
        thread.setDaemon(true);
        thread.start();
    }

    private static void poll(String topic, Map<String, Object> settings, BiConsumer<String, String> listener) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (true) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    byte[] type = message.headers().lastHeader(TYPE).value();
                    listener.accept(new String(type, StandardCharsets.UTF_8), message.value());
                }
            }
        }
    }
}
