package podo.payment.refund;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.reservation.BookingCancelled;
import podo.payment.attempt.SurplusCapture;
import podo.payment.order.Payment;
import podo.payment.order.Payments;

/**
 * Stores a refund for each message that requires one. A repeated message changes nothing: the refund's primary key is
 * derived from the cancellation or the order.
 */
@Component
@KafkaListener(topics = {BookingCancelled.TOPIC, InventoryMessage.TOPIC})
class RefundRequestListener {

    private static final Logger log = LoggerFactory.getLogger(RefundRequestListener.class);

    private final Refunds refunds;
    private final Payments payments;

    RefundRequestListener(Refunds refunds, Payments payments) {
        this.refunds = refunds;
        this.payments = payments;
    }

    @KafkaHandler
    @Transactional
    void on(BookingCancelled message) {
        refunds.insertIfAbsent(
                message.cancellationId(),
                message.orderId(),
                null,
                message.seatIds(),
                message.refundAmount(),
                message.fee(),
                message.reason());
    }

    @KafkaHandler
    @Transactional
    void on(SeatsLost message) {
        Payment payment = payments.find(message.orderId()).orElse(null);
        if (payment == null || payment.paymentKey() == null) {
            log.warn("Seats of order {} were lost, but nothing was charged: no refund", message.orderId());
            return;
        }
        refunds.insertIfAbsent(
                "lost-" + message.orderId(),
                message.orderId(),
                null,
                payment.seatIds(),
                payment.remaining(),
                0,
                "the seats were gone when the money came");
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object otherMessage) {}

    @EventListener
    void on(SurplusCapture capture) {
        refunds.insertIfAbsent(
                "vain-" + capture.orderId() + "-"
                        + Integer.toHexString(capture.paymentKey().hashCode()),
                capture.orderId(),
                capture.paymentKey(),
                List.of(),
                capture.amount(),
                0,
                capture.reason());
    }
}
