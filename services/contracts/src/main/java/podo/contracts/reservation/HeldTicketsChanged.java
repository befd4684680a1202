package podo.contracts.reservation;

import java.util.List;
import podo.contracts.Message;

/**
 * Tickets that were handed over have changed without their holder: the one who paid hears it of the order, this message tells the holder.
 * Sent by reservation; the key is the order id. A repeated message is known by its {@code changeId} and the holder.
 *
 * @param changeId the cancellation or the move
 * @param seatIds the seats as they are after it
 */
public record HeldTicketsChanged(
        String changeId, String orderId, long eventId, long holderId, List<Long> seatIds, Cause cause)
        implements Message {

    /** What happened to the tickets. */
    public enum Cause {
        /** The organiser moved them to other seats. */
        MOVED,
        /** They were refunded, or the event was cancelled. */
        ENDED
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
