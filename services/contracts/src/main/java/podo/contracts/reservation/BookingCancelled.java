package podo.contracts.reservation;

import java.util.List;
import podo.contracts.Message;

/**
 * A paid booking, or some of its seats, was given back. Keyed by the order.
 *
 * @param cancellationId unguessable, one per cancellation: a repeated message is the same refund
 * @param refundAmount what the fan gets back, whole won, fee taken off
 * @param fee what is kept back, whole won
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
