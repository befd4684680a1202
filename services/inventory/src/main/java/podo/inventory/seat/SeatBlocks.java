package podo.inventory.seat;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.SeatHistory.Cause;

/** Seats that the organiser keeps off the market, and halls that are closed altogether. */
@Component
class SeatBlocks {

    private final SeatRows rows;
    private final StoredHalls register;
    private final SeatHistory history;

    SeatBlocks(SeatRows rows, StoredHalls register, SeatHistory history) {
        this.rows = rows;
        this.register = register;
        this.history = history;
    }

    /** Blocks those of the seats that are free and answers them; a seat in somebody's hands stays there. */
    @Transactional
    public List<SeatChange> block(Collection<Long> seatIds, long organiserId) {
        List<Long> blocked = rows.block(seatIds);
        history.note(Cause.BLOCKED, organiserId, null, blocked);
        return SeatChange.all(blocked, SeatState.BLOCKED, null);
    }

    @Transactional
    public List<SeatChange> unblock(Collection<Long> seatIds, long organiserId) {
        List<Long> freed = rows.unblock(seatIds);
        history.note(Cause.UNBLOCKED, organiserId, null, freed);
        return SeatChange.all(freed, SeatState.AVAILABLE, SeatChangePublisher.FOR_GOOD);
    }

    /** Blocks all that is not sold because the show is off; false when that was done before. */
    @Transactional
    public boolean closeAll(long eventId) {
        if (!register.cancel(eventId)) {
            return false;
        }
        history.noteAll(Cause.BLOCKED, rows.blockAll(eventId));
        return true;
    }
}
