package podo.contracts.reservation;

import java.time.Instant;
import podo.contracts.Message;

/**
 * A seat that its fan offered back is held for another one who had asked for returned seats. Sent by reservation; the key is the offer's id, by
 * which a repeated message is known.
 *
 * @param offerId also the id of the hold
 * @param expiresAt until when the seat is held
 */
public record SeatOffered(String offerId, String giveBackId, long eventId, long fanId, Instant expiresAt)
        implements Message {

    @Override
    public String topic() {
        return BookingCancelled.TOPIC;
    }

    @Override
    public String key() {
        return offerId;
    }
}
