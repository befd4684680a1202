package podo.reservation.booking;

import podo.reservation.booking.hold.HoldLookup;
import podo.reservation.booking.refund.NotCancellable;
import podo.reservation.booking.hold.PaymentRunning;
import podo.reservation.booking.refund.RefundTable;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.reservation.BookingStatus;
import podo.starter.problem.NotFound;

/** Where a fan gives seats back: before paying at once, after it by way of the bank. */
@Service
class CancelDesk {

    private final BookingDesk desk;
    private final Bookings bookings;
    private final HoldLookup holds;
    private final CancelTransaction givingBack;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CancelDesk(
            BookingDesk desk,
            Bookings bookings,
            HoldLookup holds,
            CancelTransaction givingBack,
            TransactionTemplate transaction,
            Clock clock) {
        this.desk = desk;
        this.bookings = bookings;
        this.holds = holds;
        this.givingBack = givingBack;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives back the seats, all of them when none are named. Asked again it changes nothing and answers the same.
     *
     * @param authorization the fan's own header, with which an unpaid hold is released
     */
    Booking cancel(String id, long fanId, @Nullable List<Long> seatIds, String authorization) {
        Booking booking = desk.find(id, fanId);
        return booking.state() == BookingState.PENDING
                ? giveUp(booking, seatIds, authorization)
                : givingBack.byFan(id, seatIds);
    }

    RefundTable.Refund preview(String id, long fanId, @Nullable List<Long> seatIds) {
        Booking booking =
                bookings.findById(id).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        return givingBack.preview(booking, seatIds);
    }

    /** The inventory decides: it releases nothing that a payment has pinned, and nothing is pinned that it released. */
    private Booking giveUp(Booking booking, @Nullable List<Long> seatIds, String authorization) {
        boolean some = CancelTransaction.chosen(booking, seatIds).size()
                < booking.seats().size();
        if (some || booking.statusAt(clock.instant()) == BookingStatus.EXPIRED) {
            throw new NotCancellable();
        }
        holds.release(booking.holdId(), authorization);
        return transaction.execute(commit -> {
            Booking locked = bookings.lockById(booking.getId()).orElseThrow(NotFound::new);
            locked.giveUp();
            if (locked.state() != BookingState.CANCELLED) {
                throw new PaymentRunning();
            }
            return locked;
        });
    }
}
