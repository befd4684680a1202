package podo.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * {@code ./podo replay podo.payment}: publishes the dead letters of {@code podo.payment.dlt} to their topic again, in order
 * per key, and commits its offsets. Consumers tolerate repeated messages, so an interrupted replay can be started again.
 */
public final class Replay {

    private static final String GROUP = "podo-replay";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Replay() {}

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        String kafka = System.getenv("PODO_KAFKA");
        if (args.length != 1 || args[0].endsWith(".dlt") || kafka == null) {
            System.err.println(
                    "usage: ./podo replay TOPIC (podo.event, podo.inventory, podo.reservation, podo.payment or podo.user),"
                            + " while the stack is up");
            System.exit(2);
        }
        System.out.printf(
                "dead letters of %s that were published again: %d%n",
                args[0],
                replay(kafka, System.getenv("PODO_KAFKA_USER"), System.getenv("PODO_KAFKA_PASSWORD"), args[0]));
    }

    static int replay(String kafka, String account, String password, String topic)
            throws ExecutionException, InterruptedException {
        int published = 0;
        Map<String, Object> login = Map.of(
                "bootstrap.servers",
                kafka,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(account, password));
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(login);
                KafkaProducer<byte[], byte[]> producer = producer(login)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic + ".dlt").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition, TIMEOUT) < end.getOrDefault(partition, 0L))) {
                ConsumerRecords<byte[], byte[]> letters = consumer.poll(Duration.ofMillis(500));
                for (ConsumerRecord<byte[], byte[]> letter : letters) {
                    if (letter.offset()
                            < end.getOrDefault(new TopicPartition(letter.topic(), letter.partition()), 0L)) {
                        producer.send(copy(letter, topic)).get();
                        published++;
                    }
                }
                consumer.commitSync(letters.nextOffsets());
            }
        }
        return published;
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> letter, String topic) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith("kafka_dlt")) {
                copy.headers().add(header);
            }
        }
        return copy;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> login) {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("group.id", GROUP);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> login) {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
