package podo.reservation.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.kind.OfferedKind;
import podo.reservation.booking.ticket.TicketView;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;
import podo.reservation.show.ToldChange;

/**
 * A booking as the API tells it; money in whole won.
 *
 * @param refunded what was paid back, or is on its way
 * @param endedBecause why it is EXPIRED, CANCELLED or REFUNDED; null before that, and when it is not known
 * @param changes of the show since it was booked, oldest first
 * @param kinds of ticket that can be chosen for its seats now, by grade
 * @param canUseCode whether a code can be used now
 * @param code that it used; left out without one
 * @param sumFixed whether the payment was opened, so that nothing can be chosen any more
 * @param tickets only in the list of orders
 */
public record BookingView(
        String id,
        String orderId,
        long amount,
        long refunded,
        BookingStatus status,
        @Nullable BookingEnd endedBecause,
        Instant expiresAt,
        String holdId,
        BookedShow event,
        List<SeatView> seats,
        List<ToldChange> changes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<OfferedKind>> kinds,
        boolean canUseCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,
        boolean sumFixed,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TicketView> tickets) {

    /**
     * @param price what is paid for it
     * @param discount what a code took off
     * @param usualPrice what a ticket of the usual kind costs
     * @param kind of ticket; left out for the usual one
     * @param proof what its holder brings to the door; left out for nothing
     * @param traits what is special about the seat; left out of an ordinary one
     * @param status BOOKED, GIVEN_BACK while its refund is on its way, or REFUNDED
     * @param handedOver whether its ticket belongs to somebody else now
     */
    public record SeatView(
            long id,
            String section,
            String row,
            int number,
            String grade,
            long price,
            long discount,
            long usualPrice,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String proof,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SeatTraits traits,

            BookedSeat.State status,
            boolean handedOver) {

        public boolean kept() {
            return status == BookedSeat.State.BOOKED;
        }
    }

    static BookingView of(
            Booking booking,
            @Nullable KnownShow show,
            List<ToldChange> changes,
            long refunded,
            Set<Long> handedOver,
            Instant now) {
        return new BookingView(
                booking.getId(),
                booking.orderId(),
                booking.amount(),
                refunded,
                booking.statusAt(now, show),
                booking.endAt(now, show),
                booking.expiresAt(),
                booking.holdId(),
                BookedShow.of(booking.eventId(), show),
                booking.seats().stream()
                        .map(seat -> new SeatView(
                                seat.seatId(),
                                seat.section(),
                                seat.row(),
                                seat.number(),
                                seat.grade(),
                                seat.price(),
                                seat.discount(),
                                seat.usualPrice(),
                                seat.kind(),
                                seat.proof(),
                                seat.traits(),
                                seat.state(),
                                handedOver.contains(seat.seatId())))
                        .toList(),
                changes,
                booking.choosableKinds(),
                booking.canUseCode(),
                booking.code() == null ? null : booking.code().code(),
                booking.isSumFixed(),
                null);
    }

    BookingView with(List<TicketView> issued) {
        return new BookingView(
                id,
                orderId,
                amount,
                refunded,
                status,
                endedBecause,
                expiresAt,
                holdId,
                event,
                seats,
                changes,
                kinds,
                canUseCode,
                code,
                sumFixed,
                issued);
    }
}
