package podo.reservation.booking.giveback.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paid seat, or place of a standing area, that its fan offers back.
 *
 * @param price that was paid, in whole won: what the next fan pays and the giver gets back
 * @param openedAt when the inventory knew of it; null before
 * @param offers how many fans it was offered to
 */
public record GiveBack(
        String id,
        String bookingId,
        String orderId,
        String holdId,
        long eventId,
        long fanId,
        long seatId,
        long price,
        Instant askedAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable End end,
        int offers) {

    /** Why a give-back has ended. */
    public enum End {
        /** Another fan has paid; the giver is refunded. */
        SOLD,
        /** By the giver. */
        WITHDRAWN,
        /** The ticket let somebody in. */
        CHECKED_IN,
        /** Cancelled for a refund. */
        REFUNDED,
        /** The organiser moved the order to another seat. */
        MOVED,
        HANDED_OVER,
        EVENT_CANCELLED,
        /** Nobody bought it before the sale ended. */
        TIME_OVER,
        /** The inventory had sold it to another order by then. */
        NOT_OWNED
    }

    public boolean isOpen() {
        return endedAt == null;
    }
}
