package podo.reservation.booking;

import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.refund.NotCancellable;
import podo.reservation.booking.hold.PaymentRunning;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.booking.ticket.Tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;

/** Takes paid seats back and asks for their money, in one transaction with the booking's row locked. */
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

    /** At the fan's wish, for what the table leaves; what was given back before stays as it is. */
    Booking byFan(String id, @Nullable List<Long> seatIds) {
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> left = left(chosen(booking, seatIds));
            if (booking.isMoneyMoving() || booking.state() == BookingState.PENDING) {
                throw new PaymentRunning();
            }
            if (booking.state() == BookingState.CONFIRMED && !left.isEmpty()) {
                giveBack(booking, priced(booking, left), "the fan gave it back");
            }
            return booking;
        });
    }

    /** What is left of a confirmed booking of a cancelled show, in full; harmless when repeated. */
    void inFull(String id) {
        transaction.executeWithoutResult(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> left = left(booking.seats());
            if (booking.state() == BookingState.CONFIRMED && !left.isEmpty()) {
                giveBack(booking, RefundTable.inFull(left), "the show was cancelled");
            }
        });
    }

    /** What giving back would bring now, without doing it: nothing where nothing is paid. */
    RefundTable.Refund preview(Booking booking, @Nullable List<Long> seatIds) {
        List<BookedSeat> left = left(chosen(booking, seatIds));
        if (booking.state() == BookingState.CONFIRMED) {
            return priced(booking, left);
        }
        if (booking.isMoneyMoving()) {
            throw new PaymentRunning();
        }
        return RefundTable.inFull(List.of());
    }

    private void giveBack(Booking booking, RefundTable.Refund refund, String reason) {
        List<Long> seatIds =
                refund.seats().stream().map(RefundTable.SeatRefund::seatId).toList();
        booking.giveBack(seatIds);
        tickets.withdraw(booking.getId(), seatIds);
        cancellations.ask(booking, refund, reason);
    }

    private RefundTable.Refund priced(Booking booking, List<BookedSeat> seats) {
        Instant now = clock.instant();
        KnownShow show = shows.find(booking.eventId()).orElseThrow(Unavailable::new);
        if (!show.cancelled() && !now.isBefore(show.startsAt())) {
            throw new NotCancellable();
        }
        return RefundTable.refund(show, seats, now);
    }

    private static List<BookedSeat> left(List<BookedSeat> seats) {
        return seats.stream()
                .filter(seat -> seat.state() == BookedSeat.State.BOOKED)
                .toList();
    }

    /** The seats named, all when none are; a seat of another booking is not there. */
    static List<BookedSeat> chosen(Booking booking, @Nullable List<Long> seatIds) {
        if (seatIds == null) {
            return booking.seats();
        }
        List<BookedSeat> chosen = booking.seats().stream()
                .filter(seat -> seatIds.contains(seat.seatId()))
                .toList();
        if (chosen.size() < new HashSet<>(seatIds).size()) {
            throw new NotFound();
        }
        return chosen;
    }
}
