package podo.inventory.hold.attempt;

import java.util.List;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TakenSeat;
import podo.inventory.hold.store.HeldSeats;
import podo.starter.problem.Problem;

/** What a fan is told whose seats or places went to others. */
@Component
class HoldRefusals {

    private final HeldSeats seats;
    private final AreaAdmission areas;

    HoldRefusals(HeldSeats seats, AreaAdmission areas) {
        this.seats = seats;
        this.areas = areas;
    }

    /** The refusal that names the taken seats, or {@code denied} when none is taken any more. */
    RuntimeException explain(HoldNotAwarded denied, HoldRequest request) {
        List<TakenSeat> taken = seats.findTaken(request.seatIds());
        return taken.isEmpty() ? denied : SeatsTaken.seen(taken);
    }

    /** The refusal that names what is left, or {@code denied} when there is enough by now. */
    RuntimeException explain(AreaShort denied, HoldRequest request) {
        return areas.findFull(request).<RuntimeException>map(full -> full).orElse(denied);
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

    boolean areTaken(HoldRequest request) {
        return !request.seatIds().isEmpty()
                        && !seats.findTaken(request.seatIds()).isEmpty()
                || areas.findFull(request).isPresent();
    }

    /** The refusal after rivals were faster at every attempt. */
    Problem byRivals(HoldRequest request) {
        return request.seatIds().isEmpty() ? areas.byRivals(request) : SeatsTaken.byRivals(request.seatIds());
    }
}
