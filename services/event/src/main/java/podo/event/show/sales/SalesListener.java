package podo.event.show.sales;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;

/**
 * Counts the seats that the inventory sells, takes back and blocks. A repeated message is harmless: each seat of each hold is
 * one row, and only new rows count; of the blocked seats the latest count is kept.
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

    @KafkaHandler
    @Transactional
    public void on(@Payload SeatBlocksChanged message) {
        publishChange(
                message.eventId(), soldSeats.recordBlocked(message.eventId(), message.revision(), message.blocked()));
    }

    /** As many seats are sold as before; a later return names the new seat. */
    @KafkaHandler
    @Transactional
    public void on(@Payload SeatsMoved message) {
        message.moves()
                .forEach(move -> soldSeats.recordMoved(message.eventId(), message.holdId(), move.from(), move.to()));
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {
        // SeatsLost, and message types that this version does not know
    }

    private void publishChange(long eventId, int change) {
        if (change != 0) {
            int now = soldSeats.taken(eventId);
            applicationEvents.publishEvent(new TakenCountChanged(eventId, now - change, now));
        }
    }
}
