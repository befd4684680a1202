package podo.inventory.hold.sale;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.inventory.area.AreaPlaces;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.Hold;
import podo.inventory.hold.giveback.PassedSales;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.outbox.Outbox;

/** Sells held seats; the messages about it are written to the outbox in the same transaction. */
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
    private final AreaPlaces places;
    private final SoldSeats soldSeats;
    private final PassedSales passedSales;
    private final SeatHistory history;
    private final Outbox outbox;

    SeatSales(
            Holds holds,
            HeldSeats seats,
            AreaPlaces places,
            SoldSeats soldSeats,
            PassedSales passedSales,
            SeatHistory history,
            Outbox outbox) {
        this.holds = holds;
        this.seats = seats;
        this.places = places;
        this.soldSeats = soldSeats;
        this.passedSales = passedSales;
        this.history = history;
        this.outbox = outbox;
    }

    /**
     * The hold whose seats and places are sold now; empty for a duplicate. Throws {@link SeatsGone} when another fan has a seat, and
     * {@link AreaShort} when too few places are left.
     */
    @Transactional
    public Optional<Hold> sell(PaymentApproved paid) {
        Hold hold = holds.lock(paid.holdId()).orElseThrow(SeatsGone::new);
        if (isSettled(hold, paid.orderId())) {
            return Optional.empty();
        }
        if (hold.orderId() != null) {
            throw new SeatsGone();
        }
        take(hold, paid.orderId());
        holds.sell(hold.id(), paid.orderId());
        history.record(Cause.SOLD, hold.fanId(), hold.id(), hold.seatIds());
        outbox.send(new SeatsSold(hold.eventId(), hold.id(), paid.orderId(), hold.ids()));
        return Optional.of(hold);
    }

    private void take(Hold hold, String orderId) {
        if (hold.giveBackId().isPresent()) {
            if (!passedSales.pass(hold, orderId)) {
                throw new SeatsGone();
            }
            return;
        }
        if (!hold.areas().isEmpty()) {
            places.sell(hold.claims().toList());
        }
        if (!hold.seatIds().isEmpty() && seats.sell(hold) < hold.seatIds().size()) {
            throw new SeatsGone();
        }
        soldSeats.insert(hold, orderId);
    }

    /** Frees the seats of a paid order that can't be sold to it, and sends {@link SeatsLost}. */
    @Transactional
    public void recordLost(PaymentApproved paid) {
        Optional<Hold> hold = holds.lock(paid.holdId());
        if (hold.isPresent() && isSettled(hold.get(), paid.orderId())) {
            return;
        }
        if (hold.isPresent() && hold.get().orderId() == null) {
            free(hold.get());
            holds.lose(paid.holdId(), paid.orderId());
        }
        outbox.send(new SeatsLost(paid.eventId(), paid.holdId(), paid.orderId(), paid.seatIds()));
    }

    private void free(Hold hold) {
        if (!hold.areas().isEmpty()) {
            places.free(hold.id(), Cause.RELEASED);
        }
        if (!hold.seatIds().isEmpty()) {
            history.record(Cause.RELEASED, hold.fanId(), hold.id(), seats.free(hold));
        }
    }

    private static boolean isSettled(Hold hold, String orderId) {
        return orderId.equals(hold.orderId());
    }
}
