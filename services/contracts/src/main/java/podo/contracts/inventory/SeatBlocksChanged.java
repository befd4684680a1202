package podo.contracts.inventory;

import podo.contracts.Message;

/**
 * The organiser blocked seats or released blocked ones. Sent by inventory; the key is the event's id. Repeated and late messages are
 * harmless: the one with the highest revision tells how many seats are blocked.
 *
 * @param revision grows with each change of an event's blocks
 * @param blocked how many seats of the event are blocked now
 * @param released how many of them this change has put on sale
 */
public record SeatBlocksChanged(long eventId, long revision, int blocked, int released) implements Message {

    @Override
    public String topic() {
        return InventoryMessage.TOPIC;
    }

    @Override
    public String key() {
        return Long.toString(eventId);
    }
}
