package podo.event.show;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;

/** Hears what was sold and given back. Twice is harmless: each seat of each hold is one row, and only new rows count. */
@Component
@KafkaListener(topics = InventoryMessage.TOPIC)
class SalesListener {

    private final SoldSeatCounts sales;
    private final Events events;
    private final ApplicationEventPublisher inside;

    SalesListener(SoldSeatCounts sales, Events events, ApplicationEventPublisher inside) {
        this.sales = sales;
        this.events = events;
        this.inside = inside;
    }

    @KafkaHandler
    @Transactional
    public void hear(@Payload SeatsSold message) {
        int more = sales.sell(message.eventId(), message.holdId(), message.seatIds());
        tellWhenItTurns(message.eventId(), more);
    }

    @KafkaHandler
    @Transactional
    public void hear(@Payload SeatsReturned message) {
        int fewer = sales.giveBack(message.eventId(), message.holdId(), message.seatIds());
        tellWhenItTurns(message.eventId(), -fewer);
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object ignored) {
        // lost seats and what is not known yet change nothing here
    }

    /** Sold out, or not any more, is seen at once; every other figure when the cache is over. */
    private void tellWhenItTurns(long eventId, int change) {
        if (change == 0) {
            return;
        }
        int now = sales.sold(eventId);
        events.findById(eventId)
                .map(event -> event.listing(now).capacity())
                .filter(capacity -> (now >= capacity) != (now - change >= capacity))
                .ifPresent(capacity -> inside.publishEvent(new PublicViewChanged(eventId)));
    }
}
