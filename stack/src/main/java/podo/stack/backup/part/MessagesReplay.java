package podo.stack.backup.part;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;

/**
 * Publishes again what {@link UndeliveredMessages} wrote, to the same partitions and in the same order. Some group has handled each of
 * them already, perhaps: every consumer tolerates a message twice.
 */
public final class MessagesReplay {

    private MessagesReplay() {}

    /** Returns their number, once the broker has them all. */
    public static long publish(Kafka kafka, InputStream in) throws IOException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings(KafkaAccounts.OPERATOR));
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long count = 0;
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                producer.send(StoredMessage.read(line).toRecord()).get();
                count++;
            }
        } catch (ExecutionException e) {
            throw new IOException("Kafka took no more messages: " + e.getCause(), e);
        }
        return count;
    }
}
