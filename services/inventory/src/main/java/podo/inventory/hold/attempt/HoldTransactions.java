package podo.inventory.hold.attempt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.inventory.area.AreaPlaces;
import podo.inventory.area.AreaShort;
import podo.inventory.area.PlacesClaim;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.hold.store.Holds;
import podo.inventory.hold.strategy.Judge;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.SeatHistory.Hand;

/** The transactions that open holds: hold rows, seat rows and history, all or nothing. */
@Component
class HoldTransactions {

    private final Holds holds;
    private final HeldSeats seats;
    private final AreaPlaces places;
    private final SeatHistory history;

    HoldTransactions(Holds holds, HeldSeats seats, AreaPlaces places, SeatHistory history) {
        this.holds = holds;
        this.seats = seats;
        this.places = places;
        this.history = history;
    }

    /**
     * Opens holds of one hall, takes their places and lets the judge award their seats. Returns the opened holds; the others' fans would
     * have too many seats, or the hall has another revision. Throws {@link HoldNotAwarded} when the judge denies a seat, and
     * {@link AreaShort} when an area has too few places; both roll back.
     */
    @Transactional
    public List<Hold> open(List<HoldDraft> drafts, Hall hall, Judge judge) {
        List<Hold> opened = holds.open(drafts, hall);
        List<PlacesClaim> claims = opened.stream().flatMap(Hold::claims).toList();
        if (!claims.isEmpty()) {
            places.take(claims, hall.revision());
        }
        List<Hold> seated =
                opened.stream().filter(hold -> !hold.seatIds().isEmpty()).toList();
        if (!seated.isEmpty()) {
            if (!judge.awardAll(seated, hall.revision())) {
                throw new HoldNotAwarded();
            }
            history.recordAll(
                    Cause.HELD, seated.stream().flatMap(HoldTransactions::hands).toList());
        }
        return opened;
    }

    /** @param locked drafts with a seat that is not free or is locked by another transaction; each is to be committed alone */
    record BatchResult(Set<Hold> opened, Set<HoldDraft> locked) {}

    /** Like {@link #open}, but leaves out drafts whose seat rows are locked, so that no hold waits for another one's seats. */
    @Transactional
    public BatchResult openUnlocked(List<HoldDraft> drafts, Hall hall, Judge judge) {
        Set<Long> free = seats.lockFreeSkippingLocked(drafts.stream()
                .flatMap(draft -> draft.hold().seatIds().stream())
                .toList());
        Map<Boolean, List<HoldDraft>> byFree = drafts.stream()
                .collect(Collectors.partitioningBy(
                        draft -> free.containsAll(draft.hold().seatIds())));
        List<HoldDraft> ready = byFree.getOrDefault(true, List.of());
        List<Hold> opened = ready.isEmpty() ? List.of() : open(ready, hall, judge);
        return new BatchResult(Set.copyOf(opened), Set.copyOf(byFree.getOrDefault(false, List.of())));
    }

    private static Stream<Hand> hands(Hold hold) {
        return hold.seatIds().stream().map(seat -> new Hand(seat, hold.fanId(), hold.id()));
    }
}
