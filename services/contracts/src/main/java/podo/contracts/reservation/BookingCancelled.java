package podo.contracts.reservation;

import java.util.List;
import podo.contracts.Message;

/**
 * A booking, or some of its seats, was cancelled. Sent by reservation; the key is the order id.
 *
 * @param cancellationId not guessable, one per cancellation: a repeated message is the same refund
 * @param refundAmount what the fan gets back after the fee, in whole won
 * @param fee what is kept, in whole won
 */
public record BookingCancelled(
        String cancellationId,
        String reservationId,
        String orderId,
        String holdId,
        long eventId,
        List<Long> seatIds,
        long refundAmount,
        long fee,
        String reason)
        implements Message {

    public static final String TOPIC = "podo.reservation";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return orderId;
    }
}
