package podo.reservation.waitingroom.throttle;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.payment.PaymentUnknown;

/**
 * Counts how many payments the bank leaves undecided. A message that arrives twice barely shifts the share.
 */
@Component
@KafkaListener(topics = PaymentMessage.TOPIC, groupId = "${spring.application.name}-health")
class PaymentOutcomeListener {

    private final LocalHealth health;

    PaymentOutcomeListener(LocalHealth health) {
        this.health = health;
    }

    @KafkaHandler
    void on(PaymentUnknown message) {
        health.recordPayment(true);
    }

    @KafkaHandler
    void on(PaymentApproved message) {
        health.recordPayment(false);
    }

    @KafkaHandler
    void on(PaymentFailed message) {
        health.recordPayment(false);
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}
}
