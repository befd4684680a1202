package podo.contracts.door;

import java.time.Instant;
import podo.contracts.Message;
import podo.contracts.reservation.BookingCancelled;

/**
 * A ticket has let somebody in at a gate. Sent by reservation; the key is the order id. A repeated message is known by its {@code checkInId}: a
 * ticket that is checked in again after an undone check has another one.
 *
 * @param at when it was held to the gate, also at one that was without network and told of it later
 */
public record TicketCheckedIn(
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
