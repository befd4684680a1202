package podo.contracts.reservation;

import podo.contracts.Message;

/**
 * The buyer of an order is told that its show was changed. Sent by reservation; the key is the order id. A repeated message is known by
 * {@code changeId} and {@code orderId}: one mail. Its words are read from the order when it is sent.
 */
public record BuyerTold(long changeId, String orderId, String reservationId, long eventId) implements Message {

    @Override
    public String topic() {
        return BookingCancelled.TOPIC;
    }

    @Override
    public String key() {
        return orderId;
    }
}
