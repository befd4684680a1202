package podo.contracts.reservation;

import java.util.List;
import podo.contracts.Message;

/**
 * Tickets belong to somebody else now. Sent by reservation; the key is the order id. A repeated message is known by its {@code handoverId}:
 * a hand-over is accepted once.
 *
 * @param giverId whose the tickets were; the one who paid, or somebody to whom they were handed before
 * @param seatIds the seats as they were then
 */
public record TicketsHandedOver(
        String handoverId,
        String orderId,
        String reservationId,
        long eventId,
        long giverId,
        long receiverId,
        List<Long> seatIds)
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
