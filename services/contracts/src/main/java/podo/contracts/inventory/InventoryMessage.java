package podo.contracts.inventory;

import java.util.List;
import podo.contracts.Message;

/** Sent by inventory; the key is the hold id. */
public sealed interface InventoryMessage extends Message permits SeatsSold, SeatsLost, SeatsReturned {

    String TOPIC = "podo.inventory";

    long eventId();

    String holdId();

    String orderId();

    List<Long> seatIds();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return holdId();
    }
}
