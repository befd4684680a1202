package podo.inventory.hold.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.line.OpenPresales;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.starter.problem.NotFound;
import podo.starter.security.EntryPass;

/** Finds, releases, extends and pins open holds. */
@Component
public class HoldLifecycle {

    private final Holds holds;
    private final HoldTransitions transitions;
    private final Halls halls;
    private final HoldAnnouncer announcer;
    private final OpenPresales presales;
    private final HoldSettings settings;
    private final Clock clock;

    HoldLifecycle(
            Holds holds,
            HoldTransitions transitions,
            Halls halls,
            HoldAnnouncer announcer,
            OpenPresales presales,
            HoldSettings settings,
            Clock clock) {
        this.holds = holds;
        this.transitions = transitions;
        this.halls = halls;
        this.announcer = announcer;
        this.presales = presales;
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for an unknown id. */
    public Hold find(String id) {
        return holds.find(id).orElseThrow(NotFound::new);
    }

    /** Unknown ids are left out. */
    public List<Hold> findAll(List<String> ids) {
        return holds.findAll(ids);
    }

    /** Throws {@link NotFound} for an unknown id and for another fan's hold. */
    public Hold findOwn(String id, long fanId) {
        return holds.find(id).filter(hold -> hold.fanId() == fanId).orElseThrow(NotFound::new);
    }

    /** Frees the seats at once. Releasing a hold that is over is no error; a pinned or sold one is refused. */
    public void release(Hold hold) {
        refuseIfPinnedOrSold(hold);
        Optional<HoldTransitions.Ended> ended = transitions.release(hold.id());
        if (ended.isEmpty()) {
            refuseIfPinnedOrSold(find(hold.id())); // a payment may have come between the first check and the release
        }
        announcer.announceReleased(
                hold, ended.map(HoldTransitions.Ended::changes).orElse(List.of()));
    }

    private void refuseIfPinnedOrSold(Hold hold) {
        switch (hold.seenAt(clock.instant())) {
            case PINNED -> throw HoldRefused.pinned();
            case SOLD -> throw HoldRefused.sold();
            default -> {}
        }
    }

    /** @param pass null, or a pass that may end later than the one the hold was made with */
    public Hold extend(Hold hold, @Nullable EntryPass pass) {
        if (hold.giveBackId().isPresent()) {
            throw HoldRefused.extendedOften(); // others wait for the seat
        }
        Hall hall = halls.latest(hold.eventId());
        String passId = pass == null ? hold.passId() : pass.id();
        if (EntryPass.presaleOf(passId).isPresent() && presales.find(passId).isEmpty()) {
            throw HoldRefused.presaleOver(); // the hold keeps its time
        }
        int maxExtensions = hall.extensions();
        Instant passUntil =
                pass != null && pass.expiresAt().isAfter(hold.passUntil()) ? pass.expiresAt() : hold.passUntil();
        Instant latest = earlier(passUntil.minus(settings.beforePassEnds()), hall.salesEndAt());
        Instant wanted = hold.heldUntil().plus(settings.extension());
        return transitions
                .extend(hold, earlier(wanted, latest), passUntil, maxExtensions)
                .map(this::announced)
                .orElseGet(() -> findUnextended(hold.id(), maxExtensions));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Throws why the hold was not extended; a hold that already lasts as long as its pass allows is returned as it is. */
    private Hold findUnextended(String id, int maxExtensions) {
        Hold hold = find(id);
        switch (hold.seenAt(clock.instant())) {
            case HELD -> {
                if (hold.extended() >= maxExtensions) {
                    throw HoldRefused.extendedOften();
                }
                return hold;
            }
            case PINNED -> throw HoldRefused.pinned();
            case SOLD -> throw HoldRefused.sold();
            default -> throw HoldRefused.lapsed();
        }
    }

    /** Makes the hold last at least for a payment and protects it from release; refused when it has lapsed. */
    public Hold pin(String id) {
        return transitions.pin(id, settings.pin()).map(this::announced).orElseThrow(() -> whyNotPinned(id));
    }

    public void unpin(String id) {
        transitions.unpin(id);
    }

    private RuntimeException whyNotPinned(String id) {
        return holds.find(id).isPresent() ? HoldRefused.lapsed() : new NotFound();
    }

    private Hold announced(Hold hold) {
        announcer.announceHeld(hold);
        return hold;
    }
}
