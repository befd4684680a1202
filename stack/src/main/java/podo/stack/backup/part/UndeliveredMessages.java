package podo.stack.backup.part;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;

/**
 * The messages that were published and that some consumer had not handled: their outbox rows are gone, and their effects are not in the
 * database yet. {@link #mark} is called while nothing can be committed in the database; what is published before it comes from rows that
 * the database's part shows as sent, and what a group has committed has had its effect there. Dead letters are among them.
 */
public final class UndeliveredMessages implements AutoCloseable {

    private record Range(long from, long to) {}

    private final Admin admin;
    private final Map<String, Object> settings;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
    private final Map<TopicPartition, Range> ranges = new HashMap<>();

    public UndeliveredMessages(Kafka kafka) {
        settings = new HashMap<>(kafka.clientSettings(KafkaAccounts.OPERATOR));
        admin = Admin.create(settings);
    }

    /** What {@link #mark} needs to know, asked for before anything waits for it. */
    public void prepare() throws ExecutionException, InterruptedException {
        var topics = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith("podo."))
                .toList();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition()))));
        admin.listGroups(ListGroupsOptions.forConsumerGroups())
                .all()
                .get()
                .forEach(group -> groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec()));
    }

    /** Notes, for each partition, where the slowest group stands and where the partition ends now. */
    public void mark() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(latest);
        Map<String, Map<TopicPartition, Long>> handled = new HashMap<>();
        if (!groups.isEmpty()) {
            admin.listConsumerGroupOffsets(groups).all().get().forEach((group, offsets) -> {
                var committed = handled.computeIfAbsent(group, absent -> new HashMap<>());
                offsets.forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
            });
        }
        for (var partition : partitions) {
            long end = ends.partitionResult(partition).get().offset();
            ranges.put(partition, new Range(Math.min(end, slowest(partition, handled.values())), end));
        }
    }

    /** A group that reads the topic and has committed nothing of a partition has handled nothing of it. */
    private static long slowest(TopicPartition partition, Iterable<Map<TopicPartition, Long>> handled) {
        long slowest = Long.MAX_VALUE;
        for (var group : handled) {
            if (group.keySet().stream().anyMatch(any -> any.topic().equals(partition.topic()))) {
                slowest = Math.min(slowest, group.getOrDefault(partition, 0L));
            }
        }
        return slowest == Long.MAX_VALUE ? 0 : slowest;
    }

    /** Writes one line per message; returns their number. */
    public long write(OutputStream out) throws IOException {
        long count = 0;
        Map<String, Object> reading = new HashMap<>(settings);
        reading.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (var range : ranges.entrySet()) {
                var partition = range.getKey();
                consumer.assign(List.of(partition));
                var first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(first, range.getValue().from()));
                while (consumer.position(partition, Duration.ofSeconds(30))
                        < range.getValue().to()) {
                    for (var message : consumer.poll(Duration.ofSeconds(1))) {
                        if (message.offset() < range.getValue().to()) {
                            write(out, message);
                            count++;
                        }
                    }
                }
            }
        }
        return count;
    }

    private static void write(OutputStream out, ConsumerRecord<byte[], byte[]> message) throws IOException {
        out.write((StoredMessage.of(message).line() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
