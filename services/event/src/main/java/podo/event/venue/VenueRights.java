package podo.event.venue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Finds the team of a venue, once it is known that the caller may do this with it. Another team's venue does not exist. */
@Component
class VenueRights {

    private final VenueHalls halls;
    private final TeamRights teams;

    VenueRights(VenueHalls halls, TeamRights teams) {
        this.halls = halls;
        this.teams = teams;
    }

    long require(Right right, Fan caller, long venueId) {
        long team = halls.teamOf(venueId).orElseThrow(NotFound::new);
        teams.require(right, caller, team);
        return team;
    }

    /** @param team for which the venue is; null for the caller's own, or the oldest that lets the caller */
    long teamOfNew(Fan caller, @Nullable Long team) {
        if (team == null) {
            return teams.home(Right.EDIT, caller);
        }
        teams.require(Right.EDIT, caller, team);
        return team;
    }

    List<Long> teams(Fan caller) {
        return teams.with(Right.VIEW, caller).stream().map(Membership::teamId).toList();
    }
}
