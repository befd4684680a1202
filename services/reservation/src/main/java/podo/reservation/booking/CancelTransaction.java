package podo.reservation.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.reservation.BookingEnd;
import podo.reservation.booking.hold.PaymentRunning;
import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.refund.CancelledBooking;
import podo.reservation.booking.refund.NotCancellable;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;

/** Cancels paid seats and requests their refund, in one transaction with the row of the booking locked. */
@Component
class CancelTransaction {

    private final Bookings bookings;
    private final KnownShows shows;
    private final Tickets tickets;
    private final Cancellations cancellations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CancelTransaction(
            Bookings bookings,
            KnownShows shows,
            Tickets tickets,
            Cancellations cancellations,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.shows = shows;
        this.tickets = tickets;
        this.cancellations = cancellations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Cancels these seats at the fees of the refund table; seats that were given back before stay as they are. */
    Booking cancel(String id, @Nullable List<Long> seatIds) {
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> seats = notGivenBack(select(booking, seatIds));
            if (booking.isPaymentRunning() || booking.state() == BookingState.PENDING) {
                throw new PaymentRunning();
            }
            if (booking.state() == BookingState.CONFIRMED && !seats.isEmpty()) {
                giveBack(booking, refundOf(booking, seats), BookingEnd.GIVEN_BACK);
            }
            return booking;
        });
    }

    /** Cancels what is left of a confirmed booking without a fee, because the show was cancelled; a repeat changes nothing. */
    void cancelWithoutFee(String id) {
        transaction.executeWithoutResult(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> seats = notGivenBack(booking.seats());
            if (booking.state() == BookingState.CONFIRMED && !seats.isEmpty()) {
                giveBack(booking, RefundTable.full(paid(seats)), BookingEnd.EVENT_CANCELLED);
            }
        });
    }

    /** The refund that a cancellation would bring now; zero for an unpaid booking. */
    RefundTable.Refund preview(Booking booking, @Nullable List<Long> seatIds) {
        List<BookedSeat> seats = notGivenBack(select(booking, seatIds));
        if (booking.state() == BookingState.CONFIRMED) {
            return refundOf(booking, seats);
        }
        if (booking.isPaymentRunning()) {
            throw new PaymentRunning();
        }
        return RefundTable.full(List.of());
    }

    private void giveBack(Booking booking, RefundTable.Refund refund, BookingEnd reason) {
        List<Long> seatIds =
                refund.seats().stream().map(RefundTable.SeatRefund::seatId).toList();
        booking.giveBack(seatIds, reason);
        tickets.invalidate(booking.getId(), seatIds);
        cancellations.request(
                new CancelledBooking(booking.getId(), booking.orderId(), booking.holdId(), booking.eventId()),
                refund,
                reason == BookingEnd.GIVEN_BACK ? "the fan gave it back" : "the show was cancelled");
    }

    private RefundTable.Refund refundOf(Booking booking, List<BookedSeat> seats) {
        Instant now = clock.instant();
        KnownShow show = shows.find(booking.eventId()).orElseThrow(Unavailable::new);
        if (!show.cancelled() && !now.isBefore(show.startsAt())) {
            throw new NotCancellable();
        }
        if (tickets.isAnyUsed(
                booking.getId(), seats.stream().map(BookedSeat::seatId).toList())) {
            throw new NotCancellable(); // whoever is inside keeps the ticket
        }
        return RefundTable.refund(show, paid(seats), now);
    }

    private static List<BookedSeat> notGivenBack(List<BookedSeat> seats) {
        return seats.stream()
                .filter(seat -> seat.state() == BookedSeat.State.BOOKED)
                .toList();
    }

    private static List<RefundTable.PaidSeat> paid(List<BookedSeat> seats) {
        return seats.stream()
                .map(seat -> new RefundTable.PaidSeat(seat.seatId(), seat.price()))
                .toList();
    }

    /** These seats of the booking, all when null; throws {@link NotFound} for a seat of another booking. */
    static List<BookedSeat> select(Booking booking, @Nullable List<Long> seatIds) {
        if (seatIds == null) {
            return booking.seats();
        }
        List<BookedSeat> selected = booking.seats().stream()
                .filter(seat -> seatIds.contains(seat.seatId()))
                .toList();
        if (selected.size() < new HashSet<>(seatIds).size()) {
            throw new NotFound();
        }
        return selected;
    }
}
