package podo.inventory.hold.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatState;
import podo.inventory.area.AreaPlaces;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.giveback.PassedSales;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;

/** The transactions that change an open hold. Each locks the hold first, then its areas and then its seats in the order of their ids. */
@Component
class HoldTransitions {

    private final Holds holds;
    private final HeldSeats seats;
    private final AreaPlaces places;
    private final PassedSales passedSales;
    private final SeatHistory history;

    HoldTransitions(Holds holds, HeldSeats seats, AreaPlaces places, PassedSales passedSales, SeatHistory history) {
        this.holds = holds;
        this.seats = seats;
        this.places = places;
        this.passedSales = passedSales;
        this.history = history;
    }

    /** The released hold and its freed seats; empty when the hold was over already. */
    @Transactional
    public Optional<Ended> release(String id) {
        return holds.release(id) ? holds.find(id).map(this::freeReleased) : Optional.empty();
    }

    private Ended freeReleased(Hold hold) {
        if (!hold.areas().isEmpty()) {
            places.free(hold.id(), Cause.RELEASED);
        }
        return freeSeats(hold, Cause.RELEASED);
    }

    /** The pinned hold with its new end; empty when it has lapsed. Throws {@link HoldRefused} when it has lost a seat. */
    @Transactional
    public Optional<Hold> pin(String id, Duration atLeast) {
        return holds.pin(id, atLeast) ? findAndExtendSeats(id) : Optional.empty();
    }

    /** The hold with its new end; empty when it has lapsed, was extended {@code maxExtensions} times, or would not last longer. */
    @Transactional
    public Optional<Hold> extend(Hold hold, Instant until, Instant passUntil, int maxExtensions) {
        return holds.extend(hold.id(), until, passUntil, maxExtensions)
                ? findAndExtendSeats(hold.id())
                : Optional.empty();
    }

    @Transactional
    public boolean unpin(String id) {
        return holds.unpin(id);
    }

    /**
     * Ends up to {@code limit} holds whose time is over, and frees those of their seats that nobody else holds by now. Their places are
     * taken off the areas' counts by {@link AreaPlaces#reclaimEnded}.
     */
    @Transactional
    public List<Ended> lapse(int limit) {
        List<Hold> lapsed = holds.lockLapsed(limit);
        if (lapsed.isEmpty()) {
            return List.of();
        }
        List<Long> seatIds =
                lapsed.stream().flatMap(hold -> hold.seatIds().stream()).toList();
        if (!seatIds.isEmpty()) {
            seats.lock(seatIds);
        }
        holds.lapse(lapsed.stream().map(Hold::id).toList());
        return lapsed.stream().map(hold -> freeSeats(hold, Cause.LAPSED)).toList();
    }

    /** A hold that has ended, and the seats that were freed by it. */
    record Ended(Hold hold, List<Long> freedSeatIds) {

        List<SeatChange> changes() {
            return SeatChange.all(freedSeatIds, SeatState.AVAILABLE, hold.heldUntil());
        }
    }

    private Ended freeSeats(Hold hold, Cause cause) {
        if (hold.seatIds().isEmpty()) {
            return new Ended(hold, List.of());
        }
        List<Long> freed = seats.free(hold);
        history.record(cause, hold.fanId(), hold.id(), freed);
        return new Ended(hold, freed);
    }

    private Optional<Hold> findAndExtendSeats(String id) {
        Optional<Hold> found = holds.find(id);
        found.ifPresent(hold -> {
            if (hold.giveBackId().isPresent()) {
                if (!passedSales.isClaimedBy(hold)) {
                    throw HoldRefused.lapsed();
                }
                return;
            }
            boolean lostPlaces = !hold.areas().isEmpty()
                    && places.extend(hold.id(), hold.heldUntil()) < hold.areas().size();
            if (lostPlaces
                    || (!hold.seatIds().isEmpty()
                            && seats.extend(hold) < hold.seatIds().size())) {
                throw HoldRefused.lapsed();
            }
        });
        return found;
    }
}
