package podo.inventory.hold.sale;

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
import podo.inventory.hold.Hold;
import podo.inventory.hold.move.MovedSeats;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.outbox.Outbox;

/** Sells held seats and takes refunded ones back; the messages about it are written to the outbox in the same transaction. */
@Component
class SeatSales {

    /** Not all paid seats are available; the transaction is rolled back. */
    static class SeatsGone extends RuntimeException {
        SeatsGone() {
            super("seats are gone", null, false, false);
        }
    }

    private final Holds holds;
    private final HeldSeats seats;
    private final SoldSeats soldSeats;
    private final MovedSeats movedSeats;
    private final SeatHistory history;
    private final Outbox outbox;

    SeatSales(
            Holds holds,
            HeldSeats seats,
            SoldSeats soldSeats,
            MovedSeats movedSeats,
            SeatHistory history,
            Outbox outbox) {
        this.holds = holds;
        this.seats = seats;
        this.soldSeats = soldSeats;
        this.movedSeats = movedSeats;
        this.history = history;
        this.outbox = outbox;
    }

    /** The hold whose seats are sold now; empty for a duplicate. Throws {@link SeatsGone} when another fan has a seat. */
    @Transactional
    public Optional<Hold> sell(PaymentApproved paid) {
        Hold hold = holds.lock(paid.holdId()).orElseThrow(SeatsGone::new);
        if (isSettled(hold, paid.orderId())) {
            return Optional.empty();
        }
        if (hold.orderId() != null) {
            throw new SeatsGone();
        }
        if (seats.sell(hold) < hold.seatIds().size()) {
            throw new SeatsGone();
        }
        soldSeats.insert(hold, paid.orderId());
        holds.sell(hold.id(), paid.orderId());
        history.record(Cause.SOLD, hold.fanId(), hold.id(), hold.seatIds());
        outbox.send(new SeatsSold(hold.eventId(), hold.id(), paid.orderId(), hold.seatIds()));
        return Optional.of(hold);
    }

    /** Frees the seats of a paid order that can't be sold to it, and sends {@link SeatsLost}. */
    @Transactional
    public void recordLost(PaymentApproved paid) {
        Optional<Hold> hold = holds.lock(paid.holdId());
        if (hold.isPresent() && isSettled(hold.get(), paid.orderId())) {
            return;
        }
        if (hold.isPresent() && hold.get().orderId() == null) {
            history.record(Cause.RELEASED, hold.get().fanId(), hold.get().id(), seats.free(hold.get()));
            holds.lose(paid.holdId(), paid.orderId());
        }
        outbox.send(new SeatsLost(paid.eventId(), paid.holdId(), paid.orderId(), paid.seatIds()));
    }

    /**
     * Returns the order's seats, which become available at {@code availableAt}; skips seats that the order does not own. A refund that was
     * asked for before its seat was exchanged returns the seat that the order has instead: the hold is locked first, so that no exchange
     * comes in between.
     */
    @Transactional
    public List<Long> returnSeats(PaymentCancelled refunded, Instant availableAt) {
        holds.lock(refunded.holdId());
        List<Long> returned =
                soldSeats.delete(movedSeats.current(refunded.orderId(), refunded.seatIds()), refunded.orderId());
        if (returned.isEmpty()) {
            return List.of();
        }
        seats.returnToSale(returned, availableAt);
        soldSeats.scheduleReturn(returned, availableAt);
        holds.returnSeats(refunded.holdId(), returned.size());
        history.record(Cause.REFUNDED, 0, refunded.holdId(), returned);
        outbox.send(new SeatsReturned(refunded.eventId(), refunded.holdId(), refunded.orderId(), returned));
        return returned;
    }

    private static boolean isSettled(Hold hold, String orderId) {
        return orderId.equals(hold.orderId());
    }
}
