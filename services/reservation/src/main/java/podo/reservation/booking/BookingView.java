package podo.reservation.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;

/** A booking as the API tells it; {@code amount} and prices in whole won. */
record BookingView(
        String id,
        String orderId,
        long amount,
        BookingStatus status,
        Instant expiresAt,
        String holdId,
        BookedShow event,
        List<SeatView> seats) {

    record SeatView(
            long id, String section, String row, int number, String grade, long price, BookedSeat.State status) {}

    static BookingView of(Booking booking, @Nullable KnownShow show, Instant now) {
        return new BookingView(
                booking.getId(),
                booking.orderId(),
                booking.amount(),
                booking.statusAt(now),
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
