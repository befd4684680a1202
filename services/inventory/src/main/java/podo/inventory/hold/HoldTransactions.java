package podo.inventory.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.SeatHistory.Hand;

/** The transactions of a hold's life. Each locks the hold first and then its seats in the order of their ids. */
@Component
class HoldTransactions {

    /** The judge gave the seats to nobody or to another: the transaction is rolled back. */
    static class NotAwarded extends RuntimeException {
        NotAwarded() {
            super("not awarded", null, false, false);
        }
    }

    private final Holds holds;
    private final HeldSeats seats;
    private final SeatHistory history;

    HoldTransactions(Holds holds, HeldSeats seats, SeatHistory history) {
        this.holds = holds;
        this.seats = seats;
        this.history = history;
    }

    /**
     * Writes holds of one hall and has the judge award their seats: all of it or nothing. Answers those that may be opened;
     * the others' fans have too many seats, or the hall is another by now.
     */
    @Transactional
    public List<Hold> take(List<HoldDraft> drafts, Hall hall, Judge judge) {
        List<Hold> opened = holds.open(drafts, hall);
        if (!opened.isEmpty()) {
            if (!judge.awardAll(opened, hall.revision())) {
                throw new NotAwarded();
            }
            history.noteAll(
                    Cause.HELD, opened.stream().flatMap(HoldTransactions::hands).toList());
        }
        return opened;
    }

    /**
     * What became of holds that were tried together.
     *
     * @param aside those whose seats are not all free, or in somebody else's transaction: each is to be tried alone
     */
    record Shared(Set<Hold> opened, Set<HoldDraft> aside) {}

    /** The same for strangers: nobody has to wait for another's seats. Locks the seats first, but waits for none of them. */
    @Transactional
    public Shared takeTogether(List<HoldDraft> drafts, Hall hall, Judge judge) {
        Set<Long> free = seats.lockFree(drafts.stream()
                .flatMap(draft -> draft.hold().seatIds().stream())
                .toList());
        Map<Boolean, List<HoldDraft>> ready = drafts.stream()
                .collect(Collectors.partitioningBy(
                        draft -> free.containsAll(draft.hold().seatIds())));
        List<Hold> opened = ready.get(true).isEmpty() ? List.of() : take(ready.get(true), hall, judge);
        return new Shared(Set.copyOf(opened), Set.copyOf(ready.get(false)));
    }

    private static Stream<Hand> hands(Hold hold) {
        return hold.seatIds().stream().map(seat -> new Hand(seat, hold.fanId(), hold.id()));
    }

    /** What was freed, with the hold as it ended; empty when it was over already. */
    @Transactional
    public Optional<Ended> release(String id) {
        return holds.release(id) ? holds.find(id).map(hold -> free(hold, Cause.RELEASED)) : Optional.empty();
    }

    /** The pinned hold with its new end; empty when it has lapsed or lost a seat. */
    @Transactional
    public Optional<Hold> pin(String id, Duration atLeast) {
        if (!holds.pin(id, atLeast)) {
            return Optional.empty();
        }
        return holds.find(id).filter(this::seatsFollow);
    }

    /** The hold with its new end; empty when it has lapsed, was extended too often, or would not last longer. */
    @Transactional
    public Optional<Hold> extend(Hold hold, Instant until, Instant passUntil, int most) {
        if (!holds.extend(hold.id(), until, passUntil, most)) {
            return Optional.empty();
        }
        return holds.find(hold.id()).filter(this::seatsFollow);
    }

    @Transactional
    public boolean unpin(String id) {
        return holds.unpin(id);
    }

    /** Ends some holds whose time is over and frees those of their seats that nobody has taken. */
    @Transactional
    public List<Ended> lapse(int most) {
        List<Hold> over = holds.lockLapsed(most);
        if (over.isEmpty()) {
            return List.of();
        }
        seats.lock(over.stream().flatMap(hold -> hold.seatIds().stream()).toList());
        holds.lapse(over.stream().map(Hold::id).toList());
        return over.stream().map(hold -> free(hold, Cause.LAPSED)).toList();
    }

    /** A hold that is over, and those of its seats that are free by that. */
    record Ended(Hold hold, List<Long> freed) {

        List<SeatChange> changes() {
            return SeatChange.all(freed, SeatState.AVAILABLE, hold.heldUntil());
        }
    }

    private Ended free(Hold hold, Cause cause) {
        List<Long> freed = seats.free(hold);
        history.note(cause, hold.fanId(), hold.id(), freed);
        return new Ended(hold, freed);
    }

    private boolean seatsFollow(Hold hold) {
        if (seats.keepUntil(hold, hold.heldUntil()) < hold.seatIds().size()) {
            throw HoldRefused.lapsed();
        }
        return true;
    }
}
