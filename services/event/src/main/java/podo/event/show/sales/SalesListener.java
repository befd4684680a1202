package podo.event.show.sales;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;

/**
 * Counts the seats that the inventory sells and takes back. A repeated message is harmless: each seat of each hold is one
 * row, and only new rows count.
 */
@Component
@KafkaListener(topics = InventoryMessage.TOPIC)
class SalesListener {

    private final SoldSeatCounts soldSeats;
    private final ApplicationEventPublisher applicationEvents;

    SalesListener(SoldSeatCounts soldSeats, ApplicationEventPublisher applicationEvents) {
        this.soldSeats = soldSeats;
        this.applicationEvents = applicationEvents;
    }

    @KafkaHandler
    @Transactional
    public void on(@Payload SeatsSold message) {
        int added = soldSeats.recordSold(message.eventId(), message.holdId(), message.seatIds());
        publishChange(message.eventId(), added);
    }

    @KafkaHandler
    @Transactional
    public void on(@Payload SeatsReturned message) {
        int removed = soldSeats.recordReturned(message.eventId(), message.holdId(), message.seatIds());
        publishChange(message.eventId(), -removed);
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {
        // SeatsLost, and message types that this version does not know
    }

    private void publishChange(long eventId, int change) {
        if (change != 0) {
            int now = soldSeats.sold(eventId);
            applicationEvents.publishEvent(new SoldCountChanged(eventId, now - change, now));
        }
    }
}
