package podo.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
 * Says dead letters again: {@code ./podo replay podo.payment} moves what lies in {@code podo.payment.dlt} back to its
 * topic, in order per key, and remembers how far it came. Every consumer can hear a message twice, so stopping half-way
 * and starting again is harmless.
 */
public final class Replay {

    private static final String READER = "podo-replay";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Replay() {}

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        String kafka = System.getenv("PODO_KAFKA");
        if (args.length != 1 || args[0].endsWith(".dlt") || kafka == null) {
            System.err.println(
                    "usage: ./podo replay TOPIC (podo.event, podo.inventory, podo.reservation or podo.payment),"
                            + " while the stack is up");
            System.exit(2);
        }
        System.out.printf("%d dead letters of %s were said again%n", replay(kafka, args[0]), args[0]);
    }

    static int replay(String kafka, String topic) throws ExecutionException, InterruptedException {
        int said = 0;
        try (KafkaConsumer<byte[], byte[]> dead = reader(kafka);
                KafkaProducer<byte[], byte[]> mouth = speaker(kafka)) {
            List<TopicPartition> partitions = dead.partitionsFor(topic + ".dlt").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            dead.assign(partitions);
            Map<TopicPartition, Long> end = dead.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> dead.position(partition, PATIENCE) < end.get(partition))) {
                ConsumerRecords<byte[], byte[]> letters = dead.poll(Duration.ofMillis(500));
                for (ConsumerRecord<byte[], byte[]> letter : letters) {
                    if (letter.offset() < end.get(new TopicPartition(letter.topic(), letter.partition()))) {
                        mouth.send(again(letter, topic)).get();
                        said++;
                    }
                }
                dead.commitSync(letters.nextOffsets());
            }
        }
        return said;
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> letter, String topic) {
        ProducerRecord<byte[], byte[]> envelope = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith("kafka_dlt")) {
                envelope.headers().add(header);
            }
        }
        return envelope;
    }

    private static KafkaConsumer<byte[], byte[]> reader(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", READER);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> speaker(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
