package podo.inventory.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.outbox.Outbox;

/** What money does to seats; what is said about it leaves with the same transaction. */
@Component
class SeatSales {

    /** Not all of the paid seats can be had: the transaction is rolled back. */
    static class Gone extends RuntimeException {
        Gone() {
            super("seats are gone", null, false, false);
        }
    }

    private final Holds holds;
    private final HeldSeats seats;
    private final SoldSeats sold;
    private final SeatHistory history;
    private final Outbox outbox;

    SeatSales(Holds holds, HeldSeats seats, SoldSeats sold, SeatHistory history, Outbox outbox) {
        this.holds = holds;
        this.seats = seats;
        this.sold = sold;
        this.history = history;
        this.outbox = outbox;
    }

    /** The hold whose seats are sold now; empty when that was settled before. {@link Gone} when a seat is somebody else's. */
    @Transactional
    public Optional<Hold> sell(PaymentApproved paid) {
        Hold hold = holds.lock(paid.holdId()).orElseThrow(Gone::new);
        if (isSettled(hold, paid.orderId())) {
            return Optional.empty();
        }
        if (hold.orderId() != null) {
            throw new Gone();
        }
        if (seats.sell(hold) < hold.seatIds().size()) {
            throw new Gone();
        }
        sold.enter(hold, paid.orderId());
        holds.sell(hold.id(), paid.orderId());
        history.note(Cause.SOLD, hold.fanId(), hold.id(), hold.seatIds());
        outbox.send(new SeatsSold(hold.eventId(), hold.id(), paid.orderId(), hold.seatIds()));
        return Optional.of(hold);
    }

    /** Says that a paid order gets no seats. */
    @Transactional
    public void lose(PaymentApproved paid) {
        Optional<Hold> hold = holds.lock(paid.holdId());
        if (hold.isPresent() && isSettled(hold.get(), paid.orderId())) {
            return;
        }
        if (hold.isPresent() && hold.get().orderId() == null) {
            history.note(Cause.RELEASED, hold.get().fanId(), hold.get().id(), seats.free(hold.get()));
            holds.lose(paid.holdId(), paid.orderId());
        }
        outbox.send(new SeatsLost(paid.eventId(), paid.holdId(), paid.orderId(), paid.seatIds()));
    }

    /** The seats that go back on sale at {@code outAt}; those that were not sold to this order don't. */
    @Transactional
    public List<Long> takeBack(PaymentCancelled refunded, Instant outAt) {
        List<Long> returned = sold.leave(refunded.seatIds(), refunded.orderId());
        if (returned.isEmpty()) {
            return List.of();
        }
        seats.takeBack(returned, outAt);
        sold.announce(returned, outAt);
        holds.giveBack(refunded.holdId(), returned.size());
        history.note(Cause.REFUNDED, 0, refunded.holdId(), returned);
        outbox.send(new SeatsReturned(refunded.eventId(), refunded.holdId(), refunded.orderId(), returned));
        return returned;
    }

    private static boolean isSettled(Hold hold, String orderId) {
        return orderId.equals(hold.orderId());
    }
}
