package podo.contracts.reservation;

import podo.contracts.Message;

/**
 * A seat that its fan offered back was sold to another one; all that was paid for it goes back. Sent by reservation; the key is the giver's order
 * id. A repeated message is the same refund.
 *
 * @param cancellationId of the giver's refund
 * @param orderId the giver's, as are the fan and the refund
 * @param refundAmount in whole won
 */
public record OfferedSeatSold(
        String giveBackId,
        String cancellationId,
        String orderId,
        long eventId,
        long fanId,
        long seatId,
        long refundAmount)
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
