package podo.inventory.hold;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.problem.Problem;

/** Where a fan asks for seats: the rules first, then the doorman, then the judge, then everybody is told. */
@Component
class HoldDesk {

    private static final int TRIES = 3;
    /** A fan's own requests collide on the turn of the hold; with this many tries several at once all get theirs. */
    private static final int TURNS = 8;

    private final Halls halls;
    private final HoldRules rules;
    private final HoldAttempt takings;
    private final SeatChangePublisher news;
    private final ActivityReporter signs;
    private final MeterRegistry meters;

    HoldDesk(
            Halls halls,
            HoldRules rules,
            HoldAttempt takings,
            SeatChangePublisher news,
            ActivityReporter signs,
            MeterRegistry meters) {
        this.halls = halls;
        this.rules = rules;
        this.takings = takings;
        this.news = news;
        this.signs = signs;
        this.meters = meters;
    }

    /** The hold that the fan gets, or got before for the same request; else a refusal and nothing is held. */
    Hold take(HoldRequest wish) {
        Timer.Sample time = Timer.start(meters);
        String outcome = "failed";
        try {
            Hold hold = taken(wish);
            outcome = "taken";
            return hold;
        } catch (Problem refused) {
            outcome = refused.name();
            throw refused;
        } finally {
            time.stop(meters.timer("podo.holds", "outcome", outcome));
        }
    }

    /** Whoever is refused may have got it already, by the same request a moment ago: then that is the answer. */
    private Hold taken(HoldRequest wish) {
        try {
            return tried(wish);
        } catch (Problem refused) {
            return takings.before(wish).orElseThrow(() -> takings.named(refused, wish));
        }
    }

    private Hold tried(HoldRequest wish) {
        for (int tries = 1; ; tries++) {
            try {
                Hall hall = halls.of(wish.eventId());
                rules.check(wish, hall);
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
            } catch (ConcurrencyFailureException | HoldTransactions.NotAwarded e) {
                giveUp(tries >= TRIES, wish);
            }
        }
    }

    private Hold told(Hold hold) {
        news.tell(hold.eventId(), SeatChange.all(hold.seatIds(), SeatState.HELD, hold.heldUntil()));
        signs.busy(hold);
        return hold;
    }

    private static void giveUp(boolean now, HoldRequest wish) {
        if (now) {
            throw SeatsTaken.byRivals(wish.seatIds());
        }
    }
}
