package podo.inventory.hold.attempt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaShort;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.lifecycle.HoldAnnouncer;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.Hall;
import podo.starter.problem.Problem;

/**
 * Attempts holds: checks the rules, asks the doormen, commits, and announces the hold. With the default strategy the doorman of seats is
 * {@link podo.inventory.hold.strategy.ScriptDoorman}, that of areas {@link podo.inventory.hold.strategy.AreaDoorman}, and the commit {@link BatchedHoldCommitter}.
 */
@Component
public class HoldDesk {

    private static final int ATTEMPTS = 3;
    /** Concurrent requests of one fan violate the unique key fan_turn; with 8 attempts several at once all succeed. */
    private static final int ATTEMPTS_AFTER_CHANGE = 8;

    /** ER_LOCK_WAIT_TIMEOUT of MySQL and MariaDB. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final HoldRules rules;
    private final HoldDrafts drafts;
    private final HoldStrategySelector strategies;
    private final HoldCommitter committer;
    private final HoldRefusals refusals;
    private final HoldAnnouncer announcer;
    private final MeterRegistry meters;

    HoldDesk(
            HoldRules rules,
            HoldDrafts drafts,
            HoldStrategySelector strategies,
            HoldCommitter committer,
            HoldRefusals refusals,
            HoldAnnouncer announcer,
            MeterRegistry meters) {
        this.rules = rules;
        this.drafts = drafts;
        this.strategies = strategies;
        this.committer = committer;
        this.refusals = refusals;
        this.announcer = announcer;
        this.meters = meters;
        // there from the start, so that the first of them is seen as an increase
        List.of("taken", "seats-taken", "failed").forEach(outcome -> meters.timer("podo.holds", "outcome", outcome));
    }

    /**
     * The fan's new hold, or the hold that an earlier identical request got. Throws a {@link Problem} when it is refused; then
     * nothing is held. Recorded as {@code podo.holds} with the outcome.
     */
    public Hold hold(HoldRequest request) {
        Timer.Sample timer = Timer.start(meters);
        String outcome = "failed";
        try {
            Hold hold = attemptOrFindEarlier(request);
            outcome = "taken";
            return hold;
        } catch (Problem refusal) {
            outcome = refusal.name();
            throw refusal;
        } finally {
            timer.stop(meters.timer("podo.holds", "outcome", outcome));
        }
    }

    /** As {@link #hold}, by a scripted fan on a hidden copy: it is not recorded with those of fans. */
    public Hold rehearse(HoldRequest request) {
        return attemptOrFindEarlier(request);
    }

    /** A refused repetition may have got its hold by the first request a moment ago: then that hold is the answer. */
    private Hold attemptOrFindEarlier(HoldRequest request) {
        try {
            return attemptRepeatedly(request);
        } catch (Problem refusal) {
            return drafts.findEarlier(request).orElseThrow(() -> refusals.withTakenSeats(refusal, request));
        }
    }

    private Hold attemptRepeatedly(HoldRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(request);
            } catch (DuplicateKeyException e) {
                Optional<Hold> earlier = drafts.findEarlier(request);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                refuseAfter(ATTEMPTS_AFTER_CHANGE, attempt, request);
            } catch (HallChanged | HoldNotAwarded | AreaShort e) {
                refuseAfter(ATTEMPTS_AFTER_CHANGE, attempt, request);
            } catch (ConcurrencyFailureException e) {
                // not only rivals collide: a change of prices locks every seat of the hall. A wait for a lock takes 2 s
                boolean lost = attempt >= ATTEMPTS && (hasWaitedForLock(e) || refusals.areTaken(request));
                refuseAfter(lost ? ATTEMPTS : ATTEMPTS_AFTER_CHANGE, attempt, request);
            }
        }
    }

    private Hold attempt(HoldRequest request) {
        Hall hall = rules.check(request);
        strategies.areaDoorman().check(request);
        Hold hold = request.seatIds().isEmpty()
                ? commit(request, hall, true)
                : strategies.doorman().admit(request, withRivals -> commit(request, hall, withRivals));
        announcer.announceHeld(hold);
        return hold;
    }

    private Hold commit(HoldRequest request, Hall hall, boolean withRivals) {
        rules.checkNeighbours(request, hall);
        HoldDraft draft = drafts.create(request, hall);
        try {
            if (!committer.commit(draft, hall, withRivals)) {
                throw rules.explainNotOpened(request, hall);
            }
            return draft.hold();
        } catch (HoldNotAwarded e) {
            throw refusals.explain(e, request);
        } catch (AreaShort e) {
            throw refusals.explain(e, request);
        }
    }

    private static boolean hasWaitedForLock(ConcurrencyFailureException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && sql.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    private void refuseAfter(int attempts, int attempt, HoldRequest request) {
        if (attempt >= attempts) {
            throw refusals.byRivals(request);
        }
    }
}
