package podo.event.show.api;

import org.springframework.stereotype.Component;
import podo.event.show.Catalogue;
import podo.event.venue.VenueHalls;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Finds the team of an event, once it is known that the caller may do this with it. Another team's event does not exist. */
@Component
class EventRights {

    private final Catalogue catalogue;
    private final VenueHalls halls;
    private final TeamRights teams;

    EventRights(Catalogue catalogue, VenueHalls halls, TeamRights teams) {
        this.catalogue = catalogue;
        this.halls = halls;
        this.teams = teams;
    }

    long require(Right right, Fan caller, long eventId) {
        long team = catalogue.teamOf(eventId).orElseThrow(NotFound::new);
        teams.require(right, caller, team, eventId);
        return team;
    }

    /** For events beside this one, which a role for single events is not for. */
    long requireForMore(Fan caller, long eventId) {
        long team = require(Right.EDIT, caller, eventId);
        teams.require(Right.EDIT, caller, team);
        return team;
    }

    /** The team of a new event is that of its venue; of a venue of others, which is refused later, the caller's own. */
    long teamOfNew(Fan caller, long venueId) {
        long team = halls.teamOf(venueId)
                .filter(owner -> teams.of(caller).stream().anyMatch(member -> member.teamId() == owner))
                .orElseGet(() -> teams.home(Right.EDIT, caller));
        teams.require(Right.EDIT, caller, team);
        return team;
    }
}
