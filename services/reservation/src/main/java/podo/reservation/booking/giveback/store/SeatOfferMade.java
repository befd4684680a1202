package podo.reservation.booking.giveback.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat that was offered back, held for one fan who had asked.
 *
 * @param id also of the hold that the fan can book
 * @param expiresAt null until the inventory holds the seat
 */
public record SeatOfferMade(
        String id,
        String giveBackId,
        long eventId,
        long fanId,
        long seatId,
        long price,
        Instant offeredAt,
        @Nullable Instant expiresAt,
        boolean isLive) {}
