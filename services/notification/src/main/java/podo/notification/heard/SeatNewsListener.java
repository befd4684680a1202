package podo.notification.heard;

import java.time.Clock;
import java.util.List;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.OfferedSeatSold;
import podo.contracts.reservation.SeatOffered;
import podo.contracts.reservation.SeatsCameBack;
import podo.notification.queue.MailKind;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailRequest;

/** Asks for the mails about seats that come back. A repeated message asks for a mail whose key is there, which changes nothing. */
@Component
@KafkaListener(topics = BookingCancelled.TOPIC, groupId = "${spring.application.name}-seat-news")
class SeatNewsListener {

    private final MailQueue queue;
    private final Clock clock;

    SeatNewsListener(MailQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @KafkaHandler
    public void on(SeatOffered message) {
        add(MailKind.SEAT_OFFERED, message.offerId(), message.offerId(), message.fanId());
    }

    @KafkaHandler
    public void on(SeatsCameBack message) {
        add(MailKind.SEATS_CAME_BACK, message.newsId(), Long.toString(message.eventId()), message.fanId());
    }

    /** With the key of the refund's mail, so that the giver gets one mail about the sale and the money, and not two. */
    @KafkaHandler
    public void on(OfferedSeatSold message) {
        queue.add(new MailRequest(
                MailKind.REFUND.keyOf(message.cancellationId()),
                MailKind.OFFERED_SEAT_SOLD,
                message.orderId(),
                null,
                clock.instant(),
                message.refundAmount(),
                List.of(message.seatId())));
    }

    private void add(MailKind kind, String keyId, String subject, long accountId) {
        queue.add(new MailRequest(kind.keyOf(keyId), kind, subject, accountId, clock.instant(), null, List.of()));
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
