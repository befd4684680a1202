package podo.reservation.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import podo.door.problem.NotFound;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;

/** Where seats are given back: before paying at once, after it by way of the bank. */
@Service
class CancelDesk {

    private final Bookings bookings;
    private final Holds holds;
    private final KnownShows shows;
    private final Tickets tickets;
    private final Cancellations cancellations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CancelDesk(
            Bookings bookings,
            Holds holds,
            KnownShows shows,
            Tickets tickets,
            Cancellations cancellations,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.holds = holds;
        this.shows = shows;
        this.tickets = tickets;
        this.cancellations = cancellations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives back the seats, all of them when none are named. Asked again it changes nothing and answers the same.
     *
     * @param authorization the fan's own header, with which an unpaid hold is released
     */
    Booking cancel(String id, long fanId, @Nullable List<Long> seatIds, String authorization) {
        Booking booking = own(id, fanId);
        if (booking.state() == BookingState.PENDING) {
            return giveUp(booking, seatIds, authorization);
        }
        return transaction.execute(commit -> giveBack(id, seatIds));
    }

    /** What giving back would bring now, without doing it. */
    @Transactional(readOnly = true)
    public RefundTable.Refund preview(String id, long fanId, @Nullable List<Long> seatIds) {
        Booking booking = own(id, fanId);
        List<BookedSeat> chosen = chosen(booking, seatIds).stream()
                .filter(seat -> seat.state() == BookedSeat.State.BOOKED)
                .toList();
        return RefundTable.refund(show(booking), chosen, clock.instant());
    }

    private Booking giveUp(Booking booking, @Nullable List<Long> seatIds, String authorization) {
        if (booking.statusAt(clock.instant()) == BookingStatus.EXPIRED
                || chosen(booking, seatIds).size() < booking.seats().size()) {
            throw new NotCancellable();
        }
        holds.release(booking.holdId(), authorization);
        return transaction.execute(commit -> {
            Booking locked = bookings.lockById(booking.getId()).orElseThrow(NotFound::new);
            locked.giveUp();
            return locked;
        });
    }

    private Booking giveBack(String id, @Nullable List<Long> seatIds) {
        Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
        List<BookedSeat> chosen = chosen(booking, seatIds);
        switch (booking.state()) {
            case PENDING, CHECKING, PAID -> throw new PaymentRunning();
            case CANCELLED, REFUNDED -> {
                return booking;
            }
            case CONFIRMED -> {}
        }
        List<BookedSeat> left = chosen.stream()
                .filter(seat -> seat.state() == BookedSeat.State.BOOKED)
                .toList();
        if (left.isEmpty()) {
            return booking;
        }
        Instant now = clock.instant();
        KnownShow show = show(booking);
        if (!show.cancelled() && !now.isBefore(show.startsAt())) {
            throw new NotCancellable();
        }
        giveBack(booking, RefundTable.refund(show, left, now), "the fan gave it back");
        return booking;
    }

    /** Gives back what is left of a confirmed booking of a cancelled show, in full; harmless when repeated. */
    void giveBackInFull(String id) {
        transaction.executeWithoutResult(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> left = booking.seats().stream()
                    .filter(seat -> seat.state() == BookedSeat.State.BOOKED)
                    .toList();
            if (booking.state() == BookingState.CONFIRMED && !left.isEmpty()) {
                giveBack(booking, RefundTable.inFull(left), "the show was cancelled");
            }
        });
    }

    private void giveBack(Booking booking, RefundTable.Refund refund, String reason) {
        List<Long> seatIds =
                refund.seats().stream().map(RefundTable.SeatRefund::seatId).toList();
        booking.giveBack(seatIds);
        tickets.withdraw(booking.getId(), seatIds);
        cancellations.ask(booking, refund, reason);
    }

    private Booking own(String id, long fanId) {
        return bookings.findById(id).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
    }

    private KnownShow show(Booking booking) {
        return shows.find(booking.eventId()).orElseThrow(NotFound::new);
    }

    private static List<BookedSeat> chosen(Booking booking, @Nullable List<Long> seatIds) {
        if (seatIds == null) {
            return booking.seats();
        }
        List<BookedSeat> chosen = booking.seats().stream()
                .filter(seat -> seatIds.contains(seat.seatId()))
                .toList();
        if (chosen.size() != new HashSet<>(seatIds).size()) {
            throw new NotFound();
        }
        return chosen;
    }
}
