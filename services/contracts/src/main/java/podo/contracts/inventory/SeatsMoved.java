package podo.contracts.inventory;

import java.util.List;
import podo.contracts.Message;

/**
 * Sold seats of an order were exchanged for others; no money moved. Sent by inventory; the key is the hold id, so that it comes between the
 * order's {@link SeatsSold} and {@link SeatsReturned}. A repeated message is known by its {@code moveId}.
 *
 * @param moves each seat that was given up with the one that the order has instead
 */
public record SeatsMoved(long eventId, String holdId, String orderId, String moveId, List<Move> moves)
        implements Message {

    /** One seat and what the new one is called; the price that was paid goes with it. */
    public record Move(long from, long to, String section, String row, int number, String grade) {}

    @Override
    public String topic() {
        return InventoryMessage.TOPIC;
    }

    @Override
    public String key() {
        return holdId;
    }
}
