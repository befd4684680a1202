package podo.reservation.waitingroom.alert;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatsReturned;
import podo.outbox.Inbox;

/** Alerts two fans for each returned seat. The inbox makes a message that arrives twice alert nobody twice. */
@Component
@Transactional
@KafkaListener(topics = InventoryMessage.TOPIC, groupId = "${spring.application.name}-wishes")
class SeatsReturnedListener {

    private static final int FANS_PER_SEAT = 2;

    private final SeatAlerts alerts;
    private final Inbox inbox;

    SeatsReturnedListener(SeatAlerts alerts, Inbox inbox) {
        this.alerts = alerts;
        this.inbox = inbox;
    }

    @KafkaHandler
    public void on(SeatsReturned message) {
        if (inbox.recordIfNew(
                "wishes", message.holdId() + " " + message.seatIds().hashCode())) {
            alerts.alert(message.eventId(), message.seatIds().size() * FANS_PER_SEAT);
        }
    }

    /** Seats that the organiser had kept back and puts on sale are news as much as returned ones. */
    @KafkaHandler
    public void on(SeatBlocksChanged message) {
        if (message.released() > 0
                && inbox.recordIfNew("wishes", "blocks " + message.eventId() + " " + message.revision())) {
            alerts.alert(message.eventId(), message.released() * FANS_PER_SEAT);
        }
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
