package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.problem.NotFound;
import podo.starter.security.EntryPass;

/** What can be done with a hold once it stands: look at it, give it back, extend it, pin it for a payment. */
@Component
class HoldLifecycle {

    private final Holds holds;
    private final HoldTransactions ledger;
    private final Halls halls;
    private final SeatChangePublisher news;
    private final ActivityReporter signs;
    private final HoldSettings settings;
    private final Clock clock;

    HoldLifecycle(
            Holds holds,
            HoldTransactions ledger,
            Halls halls,
            SeatChangePublisher news,
            ActivityReporter signs,
            HoldSettings settings,
            Clock clock) {
        this.holds = holds;
        this.ledger = ledger;
        this.halls = halls;
        this.news = news;
        this.signs = signs;
        this.settings = settings;
        this.clock = clock;
    }

    Hold any(String id) {
        return holds.find(id).orElseThrow(NotFound::new);
    }

    /** The fan's own hold: somebody else's does not exist. */
    Hold own(String id, long fanId) {
        return holds.find(id).filter(hold -> hold.fanId() == fanId).orElseThrow(NotFound::new);
    }

    /** Frees the seats at once; giving back twice, or what has lapsed, is no error. */
    void release(Hold hold) {
        refuseWhatIsPaid(hold);
        Optional<HoldTransactions.Ended> ended = ledger.release(hold.id());
        if (ended.isEmpty()) {
            refuseWhatIsPaid(any(hold.id())); // between the look and the release a payment may have been quicker
        }
        ended.ifPresent(end -> news.tell(hold.eventId(), end.changes()));
        signs.idle(hold);
    }

    private void refuseWhatIsPaid(Hold hold) {
        switch (hold.seenAt(clock.instant())) {
            case PINNED -> throw HoldRefused.pinned();
            case SOLD -> throw HoldRefused.sold();
            default -> {}
        }
    }

    /** @param pass a pass that ends later than the one the hold was made with, when there is one */
    Hold extend(Hold hold, @Nullable EntryPass pass) {
        int most = halls.of(hold.eventId()).extensions();
        Instant passUntil =
                pass != null && pass.expiresAt().isAfter(hold.passUntil()) ? pass.expiresAt() : hold.passUntil();
        Instant latest = passUntil.minus(settings.beforePassEnds());
        Instant wanted = hold.heldUntil().plus(settings.extension());
        return ledger.extend(hold, wanted.isBefore(latest) ? wanted : latest, passUntil, most)
                .map(this::lastsLonger)
                .orElseGet(() -> asItIs(hold.id(), most));
    }

    /** Why it was not extended; a hold that lasts as long as its pass already is no error. */
    private Hold asItIs(String id, int most) {
        Hold hold = any(id);
        switch (hold.seenAt(clock.instant())) {
            case HELD -> {
                if (hold.extended() >= most) {
                    throw HoldRefused.extendedOften();
                }
                return hold;
            }
            case PINNED -> throw HoldRefused.pinned();
            case SOLD -> throw HoldRefused.sold();
            default -> throw HoldRefused.lapsed();
        }
    }

    Hold pin(String id) {
        return ledger.pin(id, settings.pin()).map(this::lastsLonger).orElseThrow(() -> unpinnable(id));
    }

    void unpin(String id) {
        ledger.unpin(id);
    }

    private RuntimeException unpinnable(String id) {
        return holds.find(id).isPresent() ? HoldRefused.lapsed() : new NotFound();
    }

    private Hold lastsLonger(Hold hold) {
        news.tell(hold.eventId(), SeatChange.all(hold.seatIds(), SeatState.HELD, hold.heldUntil()));
        signs.busy(hold);
        return hold;
    }
}
