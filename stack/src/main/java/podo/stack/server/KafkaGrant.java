package podo.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A line of the resource {@code kafka.access}: which topics an account may write, or read. */
record KafkaGrant(String account, boolean writes, List<String> topics) {

    static List<KafkaGrant> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.strip().split("\\s+")))
                .map(words -> new KafkaGrant(
                        words.getFirst(), words.get(1).equals("writes"), List.copyOf(words.subList(2, words.size()))))
                .toList();
    }

    static String text() {
        try (var in = KafkaGrant.class.getResourceAsStream("/kafka.access")) {
            if (in == null) {
                throw new IllegalStateException("kafka.access is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
