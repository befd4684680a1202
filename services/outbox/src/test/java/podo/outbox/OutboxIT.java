package podo.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentMessage;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.stack.server.KafkaAccounts;

@SpringBootTest
@OnRealServers({RealServer.DATABASE, RealServer.KAFKA})
class OutboxIT {

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    KafkaTemplate<String, Object> kafka;

    @Autowired
    Listener listener;

    @Autowired
    Tracer tracer;

    private final String order = "podo-" + UUID.randomUUID();

    @Test
    void committedMessagesArriveInOrder() {
        for (int i = 0; i < 200; i++) {
            int n = i;
            transaction.executeWithoutResult(commit -> outbox.send(attempt(n)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> codes().size() >= 200);
        assertThat(codes())
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(n -> "CODE-" + n).toList());
    }

    @Test
    void rolledBackMessagesNeverArrive() {
        transaction.executeWithoutResult(commit -> {
            outbox.send(attempt(1));
            commit.setRollbackOnly();
        });
        transaction.executeWithoutResult(commit -> outbox.send(attempt(2)));
        await().atMost(Duration.ofSeconds(60)).until(() -> !codes().isEmpty());
        assertThat(codes()).containsExactly("CODE-2");
    }

    @Test
    void theListenerGoesOnWithTheTraceOfWhoSaidTheMessage() {
        Span purchase = tracer.nextSpan().name("purchase").start();
        try (Tracer.SpanInScope current = tracer.withSpan(purchase)) {
            transaction.executeWithoutResult(commit -> outbox.send(attempt(5)));
        } finally {
            purchase.end();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> codes().contains("CODE-5"));
        assertThat(listener.traces.get(order)).isEqualTo(purchase.context().traceId());
    }

    @Test
    void sendingOutsideATransactionFails() {
        assertThatThrownBy(() -> outbox.send(attempt(1))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anUnreadableMessageGoesToTheDeadLettersAndTheOthersGoOn() {
        ProducerRecord<String, Object> unreadable = new ProducerRecord<>(PaymentMessage.TOPIC, order, "{not json");
        unreadable.headers().add(OutboxPublisher.TYPE, "PaymentFailed".getBytes());
        kafka.send(unreadable);
        kafka.send(new ProducerRecord<>(PaymentMessage.TOPIC, order, "{\"from\":\"tomorrow\"}"));
        transaction.executeWithoutResult(commit -> outbox.send(attempt(3)));
        await().atMost(Duration.ofSeconds(60)).until(() -> codes().contains("CODE-3"));
        await().atMost(Duration.ofSeconds(60)).until(() -> listener.deadLetters.contains("{not json"));
    }

    @Test
    void aDeadLetterCanBePublishedAgain() throws Exception {
        ProducerRecord<String, Object> letter = new ProducerRecord<>(
                PaymentMessage.TOPIC + ".dlt",
                order,
                "{\"orderId\":\"" + order + "\",\"reservationId\":\"r\",\"holdId\":\"h\",\"code\":\"AGAIN\"}");
        letter.headers().add(OutboxPublisher.TYPE, "PaymentFailed".getBytes());
        letter.headers().add(Outbox.MESSAGE_ID, UUID.randomUUID().toString().getBytes());
        kafka.send(letter).get();
        assertThat(replayPayments()).isPositive();
        await().atMost(Duration.ofSeconds(60)).until(() -> codes().contains("AGAIN"));
        replayPayments();
        transaction.executeWithoutResult(commit -> outbox.send(attempt(4)));
        await().atMost(Duration.ofSeconds(60)).until(() -> codes().contains("CODE-4"));
        assertThat(codes()).containsExactly("AGAIN", "CODE-4");
    }

    @Test
    void theInboxRecordsAMessageOncePerConsumer() {
        String id = UUID.randomUUID().toString();
        assertThat(transaction.<Boolean>execute(commit -> inbox.recordIfNew("seats", id)))
                .isTrue();
        assertThat(transaction.<Boolean>execute(commit -> inbox.recordIfNew("seats", id)))
                .isFalse();
        assertThat(transaction.<Boolean>execute(commit -> inbox.recordIfNew("others", id)))
                .isTrue();
        String rolledBack = UUID.randomUUID().toString();
        transaction.executeWithoutResult(commit -> {
            inbox.recordIfNew("seats", rolledBack);
            commit.setRollbackOnly();
        });
        assertThat(transaction.<Boolean>execute(commit -> inbox.recordIfNew("seats", rolledBack)))
                .isTrue();
    }

    /** With the account of {@code ./podo replay}. */
    private static int replayPayments() throws Exception {
        var kafka = TestServers.kafka();
        var password = kafka.accounts().password(KafkaAccounts.REPLAY);
        return Replay.replay(kafka.bootstrap(), KafkaAccounts.REPLAY, password, PaymentMessage.TOPIC);
    }

    private PaymentFailed attempt(int n) {
        return new PaymentFailed(order, "r-1", "h-1", "CODE-" + n);
    }

    private List<String> codes() {
        return listener.received.stream()
                .filter(message -> message.orderId().equals(order))
                .map(PaymentFailed::code)
                .toList();
    }

    @SpringBootApplication
    @Import(Listener.class)
    static class TestApplication {}

    @Component
    @KafkaListener(topics = PaymentMessage.TOPIC)
    static class Listener {

        final Queue<PaymentFailed> received = new ConcurrentLinkedQueue<>();
        final Queue<String> deadLetters = new ConcurrentLinkedQueue<>();
        final Map<String, String> traces = new ConcurrentHashMap<>();

        @KafkaHandler
        void on(PaymentFailed message, @Header(Outbox.MESSAGE_ID) String id) {
            assertThat(id).hasSize(36);
            traces.put(message.orderId(), String.valueOf(MDC.get("traceId")));
            received.add(message);
        }

        @KafkaHandler(isDefault = true)
        void ignore(Object other) {}

        @KafkaListener(topics = PaymentMessage.TOPIC + ".dlt", groupId = "dead-letter-test")
        void onDeadLetter(org.apache.kafka.clients.consumer.ConsumerRecord<String, String> letter) {
            deadLetters.add(letter.value());
        }
    }
}
