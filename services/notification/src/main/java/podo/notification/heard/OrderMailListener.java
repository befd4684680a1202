package podo.notification.heard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.payment.PaymentReturned;
import podo.contracts.payment.PaymentUnknown;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.BuyerTold;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.reservation.HolderTold;
import podo.contracts.reservation.TicketsHandedOver;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.notification.queue.MailKind;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailRequest;

/** Asks for the mails of an order. A repeated message asks for a mail whose key is there, which changes nothing. */
@Component
@KafkaListener(topics = {PaymentMessage.TOPIC, InventoryMessage.TOPIC, BookingCancelled.TOPIC})
class OrderMailListener {

    private final MailQueue queue;
    private final HeardSettings settings;
    private final Clock clock;

    OrderMailListener(MailQueue queue, HeardSettings settings, Clock clock) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @KafkaHandler
    public void on(SeatsSold message) {
        queue.dropUnlessSent(MailKind.CHECKING.keyOf(message.orderId()));
        queue.add(
                MailRequest.ofOrder(MailKind.ORDER.keyOf(message.orderId()), MailKind.ORDER, message.orderId(), now()));
    }

    /** Once for each request, however often it is heard. */
    @KafkaHandler
    public void on(TicketsRequestedAgain message) {
        if (message.cause() == TicketsRequestedAgain.Cause.MOVED) {
            queue.add(MailRequest.ofOrder(
                    MailKind.SEATS_MOVED.keyOf(message.requestId()), MailKind.SEATS_MOVED, message.orderId(), now()));
            return;
        }
        queue.add(MailRequest.ofOrder(
                MailKind.ORDER.keyOf(message.orderId() + ":" + message.requestId()),
                MailKind.ORDER,
                message.orderId(),
                now()));
    }

    /** Once for each change and order. */
    @KafkaHandler
    public void on(BuyerTold message) {
        queue.add(MailRequest.ofOrder(
                MailKind.SHOW_CHANGED.keyOf(message.changeId() + ":" + message.orderId()),
                MailKind.SHOW_CHANGED,
                message.orderId(),
                now()));
    }

    @KafkaHandler
    public void on(PaymentApproved message) {
        queue.dropUnlessSent(MailKind.CHECKING.keyOf(message.orderId()));
    }

    /** Most payments are decided within seconds; only one that is not gets a mail, and then a second one that says how it ended. */
    @KafkaHandler
    public void on(PaymentUnknown message) {
        queue.add(MailRequest.ofOrder(
                MailKind.CHECKING.keyOf(message.orderId()),
                MailKind.CHECKING,
                message.orderId(),
                now().plus(settings.checkingAfter())));
    }

    @KafkaHandler
    public void on(PaymentFailed message) {
        if (queue.dropUnlessSent(MailKind.CHECKING.keyOf(message.orderId()))) {
            queue.add(MailRequest.ofOrder(
                    MailKind.CHECK_FAILED.keyOf(message.orderId()), MailKind.CHECK_FAILED, message.orderId(), now()));
        }
    }

    /** An order that was closed unpaid, or cancelled at a fee of all of it, brings nothing back. */
    @KafkaHandler
    public void on(PaymentCancelled message) {
        if (message.amount() > 0) {
            queue.add(about(
                    MailKind.REFUND, message.cancellationId(), message.orderId(), message.amount(), message.seatIds()));
        }
    }

    /** Whether the fan or the end of the show cancelled is known to reservation alone: the mail is dropped when it was the fan. */
    @KafkaHandler
    public void on(BookingCancelled message) {
        queue.add(about(
                MailKind.SHOW_CANCELLED,
                message.cancellationId(),
                message.orderId(),
                message.refundAmount(),
                message.seatIds()));
    }

    /** Reservation does not know the order any more: the message itself says whose it was. */
    @KafkaHandler
    public void on(PaymentReturned message) {
        queue.add(new MailRequest(
                MailKind.LOST_ORDER.keyOf(message.orderId()),
                MailKind.LOST_ORDER,
                message.orderId(),
                message.fanId(),
                now(),
                message.amount(),
                List.of()));
    }

    @KafkaHandler
    public void on(TicketsHandedOver message) {
        queue.add(toHolder(
                MailKind.HANDED_OVER, message.handoverId(), message.orderId(), message.giverId(), message.seatIds()));
        queue.add(toHolder(
                MailKind.HANDOVER_RECEIVED,
                message.handoverId(),
                message.orderId(),
                message.receiverId(),
                message.seatIds()));
    }

    /** One mail for each change and holder. */
    @KafkaHandler
    public void on(HeldTicketsChanged message) {
        MailKind kind = message.cause() == HeldTicketsChanged.Cause.MOVED ? MailKind.HELD_MOVED : MailKind.HELD_ENDED;
        queue.add(toHolder(
                kind,
                message.changeId() + ":" + message.holderId(),
                message.orderId(),
                message.holderId(),
                message.seatIds()));
    }

    /** One mail for each change, order and holder. */
    @KafkaHandler
    public void on(HolderTold message) {
        queue.add(toHolder(
                MailKind.HELD_SHOW_CHANGED,
                message.changeId() + ":" + message.orderId() + ":" + message.holderId(),
                message.orderId(),
                message.holderId(),
                message.seatIds()));
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}

    private MailRequest about(MailKind kind, String cancellationId, String orderId, long amount, List<Long> seatIds) {
        return new MailRequest(kind.keyOf(cancellationId), kind, orderId, null, now(), amount, seatIds);
    }

    private MailRequest toHolder(MailKind kind, String id, String orderId, long accountId, List<Long> seatIds) {
        return new MailRequest(kind.keyOf(id), kind, orderId, accountId, now(), null, seatIds);
    }

    private Instant now() {
        return clock.instant();
    }
}
