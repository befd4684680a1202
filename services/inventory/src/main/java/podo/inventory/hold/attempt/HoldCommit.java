package podo.inventory.hold.attempt;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TakenSeat;
import podo.inventory.hold.store.HeldSeats;
import podo.inventory.seat.Hall;
import podo.starter.problem.Problem;

/** One commit of a hold behind the doorman, and what a refused fan is told about it. */
@Component
class HoldCommit {

    private final HoldRules rules;
    private final HoldDrafts drafts;
    private final HoldCommitter committer;
    private final HeldSeats seats;
    private final AreaAdmission areas;

    HoldCommit(HoldRules rules, HoldDrafts drafts, HoldCommitter committer, HeldSeats seats, AreaAdmission areas) {
        this.rules = rules;
        this.drafts = drafts;
        this.committer = committer;
        this.seats = seats;
        this.areas = areas;
    }

    Hold run(HoldRequest request, Hall hall, boolean withRivals) {
        rules.checkNeighbours(request, hall);
        HoldDraft draft = drafts.create(request, hall);
        try {
            if (!committer.commit(draft, hall, withRivals)) {
                throw rules.explainNotOpened(request, hall);
            }
            return draft.hold();
        } catch (HoldNotAwarded e) {
            List<TakenSeat> taken = seats.findTaken(request.seatIds());
            if (taken.isEmpty()) {
                throw e;
            }
            throw SeatsTaken.seen(taken);
        } catch (AreaShort e) {
            Optional<AreaFull> full = areas.findFull(request);
            if (full.isEmpty()) {
                throw e;
            }
            throw full.get();
        }
    }

    /** Replaces a guess that names all requested seats by those that are taken now, if any are. */
    Problem withTakenSeats(Problem refusal, HoldRequest request) {
        if (!(refusal instanceof SeatsTaken seatsTaken)
                || !seatsTaken.isGuess()
                || request.seatIds().size() == 1) {
            return refusal;
        }
        List<TakenSeat> taken = seats.findTaken(request.seatIds());
        return taken.isEmpty() ? refusal : SeatsTaken.seen(taken);
    }

    /** The refusal after rivals were faster at every attempt. */
    Problem byRivals(HoldRequest request) {
        return request.seatIds().isEmpty() ? areas.byRivals(request) : SeatsTaken.byRivals(request.seatIds());
    }
}
