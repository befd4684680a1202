package podo.inventory.hold.boxoffice;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.inventory.area.AreaPlaces;
import podo.inventory.block.BlockAnnouncer;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;

/**
 * The transactions of holds at the box office: the hold with all its seats and places, or nothing. Where a seat is blocked, the hall's row is
 * locked before the hold and its seats, as blocks and moves do.
 */
@Component
class BoxOfficeHoldTransactions {

    /** Not all seats are to be had; the transaction is rolled back. */
    static class NotAllFree extends RuntimeException {
        NotAllFree() {
            super("not all seats are free", null, false, false);
        }
    }

    private final Holds holds;
    private final BoxOfficeSeats seats;
    private final AreaPlaces places;
    private final BlockAnnouncer blocks;
    private final SeatHistory history;

    BoxOfficeHoldTransactions(
            Holds holds, BoxOfficeSeats seats, AreaPlaces places, BlockAnnouncer blocks, SeatHistory history) {
        this.holds = holds;
        this.seats = seats;
        this.places = places;
        this.blocks = blocks;
        this.history = history;
    }

    /**
     * Opens the hold and returns those of its seats that were blocked until now. Throws {@link NotAllFree}, also for another revision of the
     * hall, and {@link podo.inventory.area.AreaShort}.
     *
     * @param by the member who sells
     */
    @Transactional
    public List<Long> open(Hold hold, Hall hall, long by) {
        boolean withBlocked = !seats.findBlocked(hold.seatIds()).isEmpty();
        if (withBlocked) {
            blocks.begin(hall.eventId());
        }
        List<Long> blocked = withBlocked ? seats.lockBlocked(hold.seatIds()) : List.of();
        if (holds.open(List.of(new HoldDraft(hold, null)), hall).isEmpty()) {
            throw new NotAllFree();
        }
        if (!hold.areas().isEmpty()) {
            places.take(hold.claims().toList(), hall.revision());
        }
        if (!hold.seatIds().isEmpty()
                && seats.take(hold, hall.revision(), withBlocked)
                        < hold.seatIds().size()) {
            throw new NotAllFree();
        }
        history.record(Cause.UNBLOCKED, by, null, blocked);
        history.record(Cause.HELD, hold.fanId(), hold.id(), hold.seatIds());
        if (withBlocked) {
            blocks.announce(hall.eventId(), 0);
        }
        return blocked;
    }

    /** Keeps these seats of the hold from sale again, and returns them; the hold is released afterwards. */
    @Transactional
    public List<Long> blockAgain(Hold hold, List<Long> seatIds, long by) {
        blocks.begin(hold.eventId());
        holds.lock(hold.id());
        List<Long> blocked = seats.blockAgain(hold.id(), seatIds);
        history.record(Cause.RELEASED, hold.fanId(), hold.id(), blocked);
        history.record(Cause.BLOCKED, by, null, blocked);
        blocks.announce(hold.eventId(), 0);
        return blocked;
    }
}
