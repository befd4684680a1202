package podo.reservation.booking.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link to hand tickets of one booking over, as it is stored.
 *
 * @param receiverId null until it is accepted
 * @param endedAt when it was accepted, withdrawn or replaced
 */
record Handover(
        String id,
        String bookingId,
        String orderId,
        long eventId,
        long giverId,
        @Nullable Long receiverId,
        HandoverState stored,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        List<HandedTicket> tickets) {

    /** @param good whether it is valid, has let nobody in and still belongs to the giver */
    record HandedTicket(
            long ticketId,
            long seatId,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            boolean good) {}

    HandoverState stateAt(Instant now) {
        if (stored != HandoverState.OPEN) {
            return stored;
        }
        if (!now.isBefore(expiresAt)) {
            return HandoverState.EXPIRED;
        }
        return tickets.stream().allMatch(HandedTicket::good) ? HandoverState.OPEN : HandoverState.TICKETS_GONE;
    }

    boolean isAcceptedBy(long fanId) {
        return stored == HandoverState.ACCEPTED && receiverId != null && receiverId == fanId;
    }

    List<Long> seatIds() {
        return tickets.stream().map(HandedTicket::seatId).toList();
    }
}
