package podo.contracts.reservation;

import java.util.List;
import podo.contracts.Message;

/**
 * Whoever holds tickets that somebody else paid is told that their show was changed, as {@link BuyerTold} tells the buyer. Sent by reservation;
 * the key is the order id. A repeated message is known by change, order and holder.
 *
 * @param seatIds the seats of this order whose tickets the holder has
 */
public record HolderTold(long changeId, String orderId, long eventId, long holderId, List<Long> seatIds)
        implements Message {

    @Override
    public String topic() {
        return BookingCancelled.TOPIC;
    }

    @Override
    public String key() {
        return orderId;
    }
}
