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
import podo.payment.charge.Payment;
import podo.payment.charge.Payments;
import podo.payment.charge.SurplusCapture;

/**
 * Hears why money must go back, and writes it down. Hearing it twice is harmless: the cancellation's id is the refund's
 * primary key.
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
    void hear(BookingCancelled told) {
        refunds.want(
                told.cancellationId(),
                told.orderId(),
                null,
                told.seatIds(),
                told.refundAmount(),
                told.fee(),
                told.reason());
    }

    @KafkaHandler
    @Transactional
    void hear(SeatsLost told) {
        Payment payment = payments.find(told.orderId()).orElse(null);
        if (payment == null || payment.paymentKey() == null) {
            log.warn("Seats of order {} were lost, but nothing was charged for it", told.orderId());
            return;
        }
        refunds.want(
                "lost-" + told.orderId(),
                told.orderId(),
                null,
                payment.seatIds(),
                payment.remaining(),
                0,
                "the seats were gone when the money came");
    }

    @KafkaHandler(isDefault = true)
    void ignore(Object somethingElse) {}

    @EventListener
    void hear(SurplusCapture told) {
        refunds.want(
                "vain-" + told.orderId() + "-"
                        + Integer.toHexString(told.paymentKey().hashCode()),
                told.orderId(),
                told.paymentKey(),
                List.of(),
                told.amount(),
                0,
                "charged twice");
    }
}
