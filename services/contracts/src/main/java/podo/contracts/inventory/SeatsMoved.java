package podo.contracts.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.Message;

/**
 * Sold seats of an order were exchanged for others; no money moved. Sent by inventory; the key is the hold id, so that it comes between the
 * order's {@link SeatsSold} and {@link SeatsReturned}. A repeated message is known by its {@code moveId}.
 *
 * @param moves each seat that was given up with the one that the order has instead
 */
public record SeatsMoved(long eventId, String holdId, String orderId, String moveId, List<Move> moves)
        implements Message {

    /**
     * One seat and what the new one is called; the price that was paid goes with it.
     *
     * @param traits of the new one; null for an ordinary seat, and from an inventory that knows none
     */
    public record Move(
            long from,
            long to,
            String section,
            String row,
            int number,
            String grade,
            @Nullable SeatTraits traits) {

        /** To an ordinary seat. */
        public Move(long from, long to, String section, String row, int number, String grade) {
            this(from, to, section, row, number, grade, null);
        }
    }

    @Override
    public String topic() {
        return InventoryMessage.TOPIC;
    }

    @Override
    public String key() {
        return holdId;
    }
}
