package podo.reservation.waitingroom.throttle;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.payment.PaymentUnknown;

/** Listens how the bank does. Hearing a payment twice is harmless: it is one more drop in a share. */
@Component
@KafkaListener(topics = PaymentMessage.TOPIC, groupId = "${spring.application.name}-health")
class PaymentOutcomeListener {

    private final LocalHealth signals;

    PaymentOutcomeListener(LocalHealth signals) {
        this.signals = signals;
    }

    @KafkaHandler
    void on(PaymentUnknown message) {
        signals.payment(true);
    }

    @KafkaHandler
    void on(PaymentApproved message) {
        signals.payment(false);
    }

    @KafkaHandler
    void on(PaymentFailed message) {
        signals.payment(false);
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object other) {}
}
