package podo.stack.backup.part;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A Kafka message as one line of JSON; bytes in Base64, headers as name, value, name, value. */
record StoredMessage(
        String topic,
        int partition,
        long timestamp,
        @Nullable String key,
        @Nullable String value,
        List<String> headers) {

    private static final JsonMapper JSON = new JsonMapper();

    static StoredMessage of(ConsumerRecord<byte[], byte[]> message) {
        var headers = new ArrayList<String>();
        for (Header header : message.headers()) {
            headers.add(header.key());
            headers.add(Base64.getEncoder().encodeToString(header.value()));
        }
        return new StoredMessage(
                message.topic(),
                message.partition(),
                message.timestamp(),
                encode(message.key()),
                encode(message.value()),
                headers);
    }

    static StoredMessage read(String line) {
        return JSON.readValue(line, StoredMessage.class);
    }

    String line() {
        return JSON.writeValueAsString(this);
    }

    @SuppressWarnings("NullAway") // a message may have no key or no value, which the type of a record does not say
    ProducerRecord<byte[], byte[]> toRecord() {
        var record = new ProducerRecord<byte[], byte[]>(topic, partition, timestamp, decode(key), decode(value));
        for (int i = 0; i + 1 < headers.size(); i += 2) {
            record.headers()
                    .add(new RecordHeader(headers.get(i), Base64.getDecoder().decode(headers.get(i + 1))));
        }
        return record;
    }

    private static @Nullable String encode(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] decode(@Nullable String text) {
        return text == null ? null : Base64.getDecoder().decode(text);
    }
}
