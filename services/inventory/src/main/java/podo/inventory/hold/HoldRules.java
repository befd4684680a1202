package podo.inventory.hold;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.LonelySeats;
import podo.starter.problem.NotFound;

/** What an event asks of those who hold seats, as far as it can be told without the judge. */
@Component
class HoldRules {

    private static final Logger log = LoggerFactory.getLogger(HoldRules.class);

    private final Halls halls;
    private final LonelySeats lonely;
    private final Holds holds;
    private final Clock clock;

    HoldRules(Halls halls, LonelySeats lonely, Holds holds, Clock clock) {
        this.halls = halls;
        this.lonely = lonely;
        this.holds = holds;
        this.clock = clock;
    }

    /** Refuses in the order of the contract: 422, 404, 409. */
    void check(HoldRequest wish, Hall hall) {
        if (wish.seatIds().size() > hall.seatsPerFan()) {
            throw new TooManySeats(hall.seatsPerFan());
        }
        if (!wish.seatIds().stream().allMatch(id -> hall.seat(id).isPresent())) {
            int already = holds.seatsOf(wish.fanId(), wish.eventId());
            throw already + wish.seatIds().size() > hall.seatsPerFan()
                    ? new TooManySeats(hall.seatsPerFan())
                    : new NotFound();
        }
        if (hall.cancelled() || !clock.instant().isBefore(hall.salesEndAt())) {
            throw HoldRefused.salesEnded();
        }
        List<Long> kept = wish.accessible() ? List.of() : kept(wish, hall);
        if (!kept.isEmpty()) {
            throw SeatsTaken.asMarked(kept);
        }
    }

    /** Looks at the seats beside the chosen ones, which only the database knows: the doorman keeps the crowd from it. */
    void checkNeighbours(HoldRequest wish, Hall hall) {
        if (hall.singleSeatPolicy() == SingleSeatPolicy.FORBID) {
            List<Long> alone = lonely.leftBy(hall, wish.seatIds());
            if (!alone.isEmpty()) {
                throw new SingleSeatLeft(alone);
            }
        }
    }

    /** Seats that the hold leaves alone, where the event wants fans to be warned; the hold stands, so no warning is no error. */
    List<Long> warnings(Hold hold) {
        try {
            Hall hall = halls.of(hold.eventId());
            return hall.singleSeatPolicy() == SingleSeatPolicy.WARN ? lonely.leftBy(hall, hold.seatIds()) : List.of();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Nobody could be warned of seats that hold {} leaves alone: {}", hold.id(), e.toString());
            return List.of();
        }
    }

    private List<Long> kept(HoldRequest wish, Hall hall) {
        return wish.seatIds().stream()
                .filter(id -> hall.seat(id)
                        .filter(seat -> hall.keeps(seat, clock.instant()))
                        .isPresent())
                .toList();
    }
}
