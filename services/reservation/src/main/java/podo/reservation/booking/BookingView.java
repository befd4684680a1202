package podo.reservation.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.ticket.TicketView;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;

/**
 * A booking as the API tells it; money in whole won.
 *
 * @param refunded what was paid back, or is on its way
 * @param endedBecause why it is EXPIRED, CANCELLED or REFUNDED; null before that, and when it is not known
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

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TicketView> tickets) {

    /**
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
            BookedSeat.State status,
            boolean handedOver) {

        public boolean kept() {
            return status == BookedSeat.State.BOOKED;
        }
    }

    static BookingView of(Booking booking, @Nullable KnownShow show, long refunded, Set<Long> handedOver, Instant now) {
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
                                seat.state(),
                                handedOver.contains(seat.seatId())))
                        .toList(),
                null);
    }

    BookingView with(List<TicketView> issued) {
        return new BookingView(
                id, orderId, amount, refunded, status, endedBecause, expiresAt, holdId, event, seats, issued);
    }
}
