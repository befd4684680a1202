package podo.reservation.booking;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.hold.HoldLookup;
import podo.reservation.booking.hold.PaymentRunning;
import podo.reservation.booking.refund.NotCancellable;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;

/** Cancels bookings for fans: unpaid ones at once, paid ones with a refund. */
@Service
class CancelDesk {

    private final BookingDesk desk;
    private final Bookings bookings;
    private final HoldLookup holds;
    private final KnownShows shows;
    private final CancelTransaction cancellation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CancelDesk(
            BookingDesk desk,
            Bookings bookings,
            HoldLookup holds,
            KnownShows shows,
            CancelTransaction cancellation,
            TransactionTemplate transaction,
            Clock clock) {
        this.desk = desk;
        this.bookings = bookings;
        this.holds = holds;
        this.shows = shows;
        this.cancellation = cancellation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Cancels these seats, all of them when null. A repeat changes nothing and answers the same.
     *
     * @param authorization the fan's header, with which an unpaid hold is released
     */
    Booking cancel(String id, long fanId, @Nullable List<Long> seatIds, String authorization) {
        Booking booking = desk.find(id, fanId);
        return booking.state() == Booking.State.PENDING
                ? cancelUnpaid(booking, seatIds, authorization)
                : cancellation.cancel(id, seatIds);
    }

    RefundTable.Refund preview(String id, long fanId, @Nullable List<Long> seatIds) {
        Booking booking =
                bookings.findById(id).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        return cancellation.preview(booking, seatIds);
    }

    /** The inventory decides: it does not release a hold that a payment pinned, and does not pin one that it released. */
    private Booking cancelUnpaid(Booking booking, @Nullable List<Long> seatIds, String authorization) {
        boolean isPart = CancelTransaction.select(booking, seatIds).size()
                < booking.seats().size();
        BookingStatus status =
                booking.statusAt(clock.instant(), shows.find(booking.eventId()).orElse(null));
        if (isPart || status == BookingStatus.EXPIRED) {
            throw new NotCancellable();
        }
        if (status == BookingStatus.CANCELLED) {
            return booking;
        }
        holds.release(booking.holdId(), authorization);
        return transaction.execute(commit -> {
            Booking locked = bookings.lockById(booking.getId()).orElseThrow(NotFound::new);
            locked.cancelUnpaid();
            if (locked.state() != Booking.State.CANCELLED) {
                throw new PaymentRunning();
            }
            return locked;
        });
    }
}
