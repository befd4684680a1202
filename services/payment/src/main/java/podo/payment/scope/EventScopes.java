package podo.payment.scope;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import podo.starter.security.Fan;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Finds out whose money a caller may see; asks the event service, which owns the answer. */
@Component
public class EventScopes {

    private final OwnEventsClient events;
    private final TeamRights teams;

    EventScopes(OwnEventsClient events, TeamRights teams) {
        this.events = events;
        this.teams = teams;
    }

    /** Those for which the caller has this right; all for an operator. */
    public EventScope of(Right right, Fan caller) {
        if (caller.isOperator()) {
            return EventScope.ALL;
        }
        Set<Long> covered = new HashSet<>();
        for (Membership member : teams.with(right, caller)) {
            Set<Long> ofTeam = new HashSet<>(events.eventsOf(member.teamId()));
            Set<Long> single = member.events();
            if (single != null) {
                ofTeam.retainAll(single);
            }
            covered.addAll(ofTeam);
        }
        return new EventScope(covered);
    }
}
