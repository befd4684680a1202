package podo.reservation.waitingroom;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsReturned;
import podo.outbox.Inbox;

/** Tells fans of returned seats, two for each seat. The inbox makes a message that comes twice tell nobody twice. */
@Component
@Transactional
@KafkaListener(topics = InventoryMessage.TOPIC, groupId = "${spring.application.name}-wishes")
class SeatsReturnedListener {

    private static final int FANS_PER_SEAT = 2;

    private final SeatAlerts wishes;
    private final Inbox inbox;

    SeatsReturnedListener(SeatAlerts wishes, Inbox inbox) {
        this.wishes = wishes;
        this.inbox = inbox;
    }

    @KafkaHandler
    public void on(SeatsReturned message) {
        if (inbox.recordIfNew(
                "wishes", message.holdId() + " " + message.seatIds().hashCode())) {
            wishes.tell(message.eventId(), message.seatIds().size() * FANS_PER_SEAT);
        }
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
