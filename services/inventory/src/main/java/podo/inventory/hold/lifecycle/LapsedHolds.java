package podo.inventory.hold.lifecycle;

import java.util.List;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.HiddenCopies;
import podo.starter.bots.BotGuard;

/** Ends lapsed holds, and tells the guard whose they were: holding seats again and again without paying is what scripts do. */
@Component
class LapsedHolds {

    private final HoldTransitions transitions;
    private final BotGuard bots;

    LapsedHolds(HoldTransitions transitions, BotGuard bots) {
        this.transitions = transitions;
        this.bots = bots;
    }

    /** As {@link HoldTransitions#lapse}; the guard hears of them after the commit. */
    List<HoldTransitions.Ended> end(int limit) {
        List<HoldTransitions.Ended> lapsed = transitions.lapse(limit);
        lapsed.stream()
                .map(HoldTransitions.Ended::hold)
                // an offer that a fan does not take was not asked for, and the box office and scripted fans are no fans
                .filter(hold -> hold.giveBackId().isEmpty()
                        && !hold.isOfBoxOffice()
                        && !HiddenCopies.isScriptedFan(hold.fanId()))
                .forEach(hold -> bots.countLapse(hold.fanId()));
        return lapsed;
    }
}
