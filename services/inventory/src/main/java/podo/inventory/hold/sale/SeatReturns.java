package podo.inventory.hold.sale;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.payment.PaymentCancelled;
import podo.inventory.area.AreaPlaces;
import podo.inventory.hold.move.MovedSeats;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.outbox.Outbox;

/** Takes refunded seats back; the message about it is written to the outbox in the same transaction. */
@Component
class SeatReturns {

    private final Holds holds;
    private final HeldSeats seats;
    private final AreaPlaces places;
    private final SoldSeats soldSeats;
    private final MovedSeats movedSeats;
    private final SeatHistory history;
    private final Outbox outbox;

    SeatReturns(
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
}
