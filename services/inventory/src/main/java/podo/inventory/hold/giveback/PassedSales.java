package podo.inventory.hold.giveback;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatIds;
import podo.inventory.area.AreaPlaces;
import podo.inventory.hold.Hold;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;

/** Sells a seat that was offered back: its sale passes from the giver's order to the buyer's in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PassedSales {

    private final GiveBackRows rows;
    private final Holds holds;
    private final AreaPlaces places;
    private final SeatHistory history;

    PassedSales(GiveBackRows rows, Holds holds, AreaPlaces places, SeatHistory history) {
        this.rows = rows;
        this.holds = holds;
        this.places = places;
        this.history = history;
    }

    /**
     * The buyer's hold is locked. False when the seat can't be had by it: the give-back was withdrawn, the seat was offered to the next fan,
     * or the giver does not have it any more. Then the transaction must be rolled back.
     */
    public boolean pass(Hold buyer, String orderId) {
        SeatGiveBack given = rows.find(buyer.giveBackId().orElseThrow()).orElse(null);
        if (given == null) {
            return false;
        }
        holds.lock(given.giverHold());
        if (rows.lock(given.id())
                .filter(now -> now.isOpen() && buyer.id().equals(now.claimHold()))
                .isEmpty()) {
            return false;
        }
        if (!rows.passSale(given, buyer, orderId)) {
            return false;
        }
        if (SeatIds.isPlace(given.seatId())) {
            Hold giver = holds.find(given.giverHold()).orElseThrow();
            places.recordPassed(buyer.claims().toList(), giver.id(), giver.fanId());
        } else {
            if (!rows.passSeat(given, buyer)) {
                return false;
            }
            history.record(Cause.OFFERED_BACK, 0, given.giverHold(), List.of(given.seatId()));
        }
        holds.returnSeats(given.giverHold(), 1);
        rows.markSold(given.id(), orderId);
        return true;
    }

    /** Whether the hold still claims its seat, so that it can be paid. */
    public boolean isClaimedBy(Hold buyer) {
        return rows.find(buyer.giveBackId().orElseThrow())
                .filter(given -> given.isOpen() && buyer.id().equals(given.claimHold()))
                .isPresent();
    }
}
