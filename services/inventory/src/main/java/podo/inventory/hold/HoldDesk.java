package podo.inventory.hold;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.door.problem.NotFound;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.LonelySeats;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatNews;
import podo.inventory.seat.SeatState;

/** Where a fan asks for seats: the rules first, then the doorman, then the judge, then everybody is told. */
@Component
class HoldDesk {

    private static final int TRIES = 3;
    /** A fan's own requests collide on the turn of the hold; with this many tries several at once all get theirs. */
    private static final int TURNS = 8;

    private final Halls halls;
    private final LonelySeats lonely;
    private final Takings takings;
    private final Holds holds;
    private final SeatNews news;
    private final SignsOfLife signs;
    private final Clock clock;

    HoldDesk(
            Halls halls,
            LonelySeats lonely,
            Takings takings,
            Holds holds,
            SeatNews news,
            SignsOfLife signs,
            Clock clock) {
        this.halls = halls;
        this.lonely = lonely;
        this.takings = takings;
        this.holds = holds;
        this.news = news;
        this.signs = signs;
        this.clock = clock;
    }

    /** The hold that the fan gets, or got before for the same request; else a refusal and nothing is held. */
    Hold take(Wish wish) {
        Optional<Hold> before = takings.before(wish);
        if (before.isPresent()) {
            return before.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                Hall hall = halls.of(wish.eventId());
                check(wish, hall);
                return told(takings.take(wish, hall));
            } catch (HallChanged e) {
                halls.forget(wish.eventId());
                giveUp(tries >= TRIES, wish);
            } catch (DuplicateKeyException e) {
                Optional<Hold> twin = takings.before(wish);
                if (twin.isPresent()) {
                    return twin.get();
                }
                giveUp(tries >= TURNS, wish);
            } catch (ConcurrencyFailureException | HoldLedger.NotAwarded e) {
                giveUp(tries >= TRIES, wish);
            }
        }
    }

    /** The rules that need no judge, in the order of the contract: 422, 404, 409. */
    private void check(Wish wish, Hall hall) {
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
        if (hall.singleSeatPolicy() == SingleSeatPolicy.FORBID) {
            List<Long> alone = lonely.leftBy(wish.eventId(), wish.seatIds());
            if (!alone.isEmpty()) {
                throw new SingleSeatLeft(alone);
            }
        }
    }

    /** Seats that the hold leaves alone, where the event wants fans to be warned. */
    List<Long> warnings(Hold hold) {
        return halls.of(hold.eventId()).singleSeatPolicy() == SingleSeatPolicy.WARN
                ? lonely.leftBy(hold.eventId(), hold.seatIds())
                : List.of();
    }

    private List<Long> kept(Wish wish, Hall hall) {
        return wish.seatIds().stream()
                .filter(id -> hall.seat(id)
                        .filter(seat -> hall.keeps(seat, clock.instant()))
                        .isPresent())
                .toList();
    }

    private Hold told(Hold hold) {
        news.tell(hold.eventId(), SeatChange.all(hold.seatIds(), SeatState.HELD, hold.heldUntil()));
        signs.busy(hold);
        return hold;
    }

    private static void giveUp(boolean now, Wish wish) {
        if (now) {
            throw SeatsTaken.byRivals(wish.seatIds());
        }
    }
}
