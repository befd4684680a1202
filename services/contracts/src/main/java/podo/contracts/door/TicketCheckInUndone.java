package podo.contracts.door;

import java.time.Instant;
import podo.contracts.Message;
import podo.contracts.reservation.BookingCancelled;

/**
 * What {@link TicketCheckedIn} told is undone: the ticket is good for the door again. Sent by reservation, once for each check-in; the key is the
 * order id, so it comes after what it undoes.
 *
 * @param checkInId of the check-in that is undone
 * @param at when it was undone
 */
public record TicketCheckInUndone(
        String checkInId, String orderId, long eventId, long ticketId, long seatId, String gate, Instant at)
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
