package podo.reservation.booking.hold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.booking.kind.OfferedKind;

/**
 * A hold as the inventory answers it; {@code total} and prices in whole won.
 *
 * @param kinds of ticket that its seats are sold as beside the usual one, by grade; null from an inventory that knows none
 */
public record HoldSnapshot(
        String holdId,
        long eventId,
        long fanId,
        List<Seat> seats,
        long total,
        Instant expiresAt,
        String passId,
        String status,
        @Nullable Map<String, List<OfferedKind>> kinds) {

    /** A hold of seats without other kinds of ticket. */
    public HoldSnapshot(
            String holdId,
            long eventId,
            long fanId,
            List<Seat> seats,
            long total,
            Instant expiresAt,
            String passId,
            String status) {
        this(holdId, eventId, fanId, seats, total, expiresAt, passId, status, null);
    }

    /** @param traits null for an ordinary seat, and from an inventory that knows none */
    public record Seat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            long price,
            @Nullable SeatTraits traits) {

        /** An ordinary seat. */
        public Seat(long id, String section, String row, int number, String grade, long price) {
            this(id, section, row, number, grade, price, null);
        }
    }

    /** Cuts the end to whole milliseconds, as the database stores it. */
    public HoldSnapshot {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isAliveAt(Instant now) {
        return new HoldState(holdId, status, expiresAt).isAliveAt(now);
    }
}
