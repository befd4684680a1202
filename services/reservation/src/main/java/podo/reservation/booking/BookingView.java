package podo.reservation.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;

/**
 * A booking as the API tells it; money in whole won.
 *
 * @param refunded what was paid back, or is on its way
 * @param endedBecause why it is EXPIRED, CANCELLED or REFUNDED; null before that, and when it is not known
 */
record BookingView(
        String id,
        String orderId,
        long amount,
        long refunded,
        BookingStatus status,
        @Nullable BookingEnd endedBecause,
        Instant expiresAt,
        String holdId,
        BookedShow event,
        List<SeatView> seats) {

    record SeatView(
            long id, String section, String row, int number, String grade, long price, BookedSeat.State status) {}

    static BookingView of(Booking booking, @Nullable KnownShow show, long refunded, Instant now) {
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
                                seat.state()))
                        .toList());
    }
}
