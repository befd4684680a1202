package podo.contracts.reservation;

import podo.contracts.Message;

/**
 * Seats are on sale again, and this fan had asked to be told. Sent by reservation; the key is the event's id. A repeated message is the same news.
 *
 * @param newsId the same for the same seats
 */
public record SeatsCameBack(String newsId, long eventId, long fanId) implements Message {

    @Override
    public String topic() {
        return BookingCancelled.TOPIC;
    }

    @Override
    public String key() {
        return Long.toString(eventId);
    }
}
