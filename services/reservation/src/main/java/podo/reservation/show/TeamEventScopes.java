package podo.reservation.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;

/** Which events somebody may do something with. A membership may name events of others, which it does not open. */
@Component
public class TeamEventScopes {

    private final TeamRights teams;
    private final JdbcClient jdbc;

    TeamEventScopes(TeamRights teams, JdbcClient jdbc) {
        this.teams = teams;
        this.jdbc = jdbc;
    }

    /** Those for which the caller has this right. */
    public TeamEvents of(Right right, Fan caller) {
        List<Long> whole = new ArrayList<>(List.of(TeamEvents.NOTHING));
        List<Long> single = new ArrayList<>(List.of(TeamEvents.NOTHING));
        for (Membership member : teams.with(right, caller)) {
            Set<Long> events = member.events();
            if (events == null) {
                whole.add(member.teamId());
            } else if (!events.isEmpty()) {
                single.addAll(
                        jdbc.sql("SELECT event_id FROM known_show WHERE organiser_id = :team AND event_id IN (:events)")
                                .param("team", member.teamId())
                                .param("events", events)
                                .query(Long.class)
                                .list());
            }
        }
        return new TeamEvents(whole, single);
    }

    /** The team of the event. Throws {@link NotFound} for an event that is not published, or not one of the caller's teams'. */
    public long require(Right right, Fan caller, long eventId) {
        long team = jdbc.sql("SELECT organiser_id FROM known_show WHERE event_id = ?")
                .param(eventId)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        teams.require(right, caller, team, eventId);
        return team;
    }

    /** The same for what concerns other events of the team as well: a role for single events is not enough. */
    public void requireForAll(Right right, Fan caller, long eventId) {
        teams.require(right, caller, require(right, caller, eventId));
    }
}
