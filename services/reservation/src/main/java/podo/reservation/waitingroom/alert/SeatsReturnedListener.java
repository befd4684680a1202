package podo.reservation.waitingroom.alert;

import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.reservation.SeatsCameBack;
import podo.outbox.Inbox;
import podo.outbox.Outbox;

/** Alerts two fans for each returned seat. The inbox makes a message that arrives twice alert nobody twice. */
@Component
@Transactional
@KafkaListener(topics = InventoryMessage.TOPIC, groupId = "${spring.application.name}-wishes")
class SeatsReturnedListener {

    private static final int FANS_PER_SEAT = 2;

    private final SeatAlerts alerts;
    private final Inbox inbox;
    private final Outbox outbox;

    SeatsReturnedListener(SeatAlerts alerts, Inbox inbox, Outbox outbox) {
        this.alerts = alerts;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @KafkaHandler
    public void on(SeatsReturned message) {
        if (inbox.recordIfNew(
                "wishes", message.holdId() + " " + message.seatIds().hashCode())) {
            alert(
                    message.eventId(),
                    message.holdId() + ":" + message.seatIds().hashCode(),
                    message.seatIds().size());
        }
    }

    /** Seats that the organiser had kept back and puts on sale are news as much as returned ones. */
    @KafkaHandler
    public void on(SeatBlocksChanged message) {
        if (message.released() > 0
                && inbox.recordIfNew("wishes", "blocks " + message.eventId() + " " + message.revision())) {
            alert(message.eventId(), "blocks:" + message.revision(), message.released());
        }
    }

    private void alert(long eventId, String news, int seats) {
        alerts.alert(eventId, seats * FANS_PER_SEAT)
                .forEach(fanId -> outbox.send(new SeatsCameBack(eventId + ":" + news + ":" + fanId, eventId, fanId)));
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}
}
