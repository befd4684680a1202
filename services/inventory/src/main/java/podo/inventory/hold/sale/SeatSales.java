package podo.inventory.hold.sale;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.inventory.area.AreaPlaces;
import podo.inventory.area.AreaShort;
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
    private final AreaPlaces places;
    private final SoldSeats soldSeats;
    private final MovedSeats movedSeats;
    private final SeatHistory history;
    private final Outbox outbox;

    SeatSales(
            Holds holds,
            HeldSeats seats,
            AreaPlaces places,
            SoldSeats soldSeats,
            MovedSeats movedSeats,
            SeatHistory history,
            Outbox outbox) {
        this.holds = holds;
        this.seats = seats;
        this.places = places;
        this.soldSeats = soldSeats;
        this.movedSeats = movedSeats;
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
        if (!hold.areas().isEmpty()) {
            places.sell(hold.claims().toList());
        }
        if (!hold.seatIds().isEmpty() && seats.sell(hold) < hold.seatIds().size()) {
            throw new SeatsGone();
        }
        soldSeats.insert(hold, paid.orderId());
        holds.sell(hold.id(), paid.orderId());
        history.record(Cause.SOLD, hold.fanId(), hold.id(), hold.seatIds());
        outbox.send(new SeatsSold(hold.eventId(), hold.id(), paid.orderId(), hold.ids()));
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

    /**
     * Returns the order's seats and places, which become available at {@code availableAt}; skips seats that the order does not own. A refund
     * that was asked for before its seat was exchanged returns the seat that the order has instead: the hold is locked first, so that no
     * exchange comes in between.
     */
    @Transactional
    public ReturnedSeats returnSeats(PaymentCancelled refunded, Instant availableAt) {
        holds.lock(refunded.holdId());
        List<SoldSeats.Bought> bought =
                soldSeats.delete(movedSeats.current(refunded.orderId(), refunded.seatIds()), refunded.orderId());
        if (bought.isEmpty()) {
            return new ReturnedSeats(List.of(), Set.of());
        }
        List<Long> returned = bought.stream()
                .filter(one -> one.areaId() == null)
                .map(SoldSeats.Bought::id)
                .toList();
        Map<Long, Integer> inAreas = bought.stream()
                .filter(one -> one.areaId() != null)
                .collect(
                        Collectors.groupingBy(SoldSeats.Bought::areaId, TreeMap::new, Collectors.summingInt(one -> 1)));
        places.returnToSale(inAreas, refunded.holdId(), availableAt);
        if (!returned.isEmpty()) {
            seats.returnToSale(returned, availableAt);
            soldSeats.scheduleReturn(returned, availableAt);
            history.record(Cause.REFUNDED, 0, refunded.holdId(), returned);
        }
        holds.returnSeats(refunded.holdId(), bought.size());
        outbox.send(new SeatsReturned(
                refunded.eventId(),
                refunded.holdId(),
                refunded.orderId(),
                bought.stream().map(SoldSeats.Bought::id).toList()));
        return new ReturnedSeats(returned, inAreas.keySet());
    }

    /** Seats, and areas with places, that were returned. */
    record ReturnedSeats(List<Long> seatIds, Set<Long> areaIds) {}

    private static boolean isSettled(Hold hold, String orderId) {
        return orderId.equals(hold.orderId());
    }
}
