package podo.contracts.reservation;

import podo.contracts.Message;

/**
 * The valid tickets of an order are to be sent to its buyer again. Sent by reservation; the key is the order id. A repeated message is known
 * by its {@code requestId}: the same request is one mail.
 *
 * @param cause why, for the words of the mail
 */
public record TicketsRequestedAgain(
        String requestId, String orderId, String reservationId, long eventId, long fanId, Cause cause)
        implements Message {

    /** What made the tickets go out again. */
    public enum Cause {
        /** The organiser asked for it. */
        ASKED,
        /** The organiser moved the order to other seats: tickets of the old seats are not valid any more. */
        MOVED
    }

    @Override
    public String topic() {
        return BookingCancelled.TOPIC;
    }

    @Override
    public String key() {
        return orderId;
    }
}
