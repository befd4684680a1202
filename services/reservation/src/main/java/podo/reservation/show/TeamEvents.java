package podo.reservation.show;

import java.util.List;

/**
 * Events for a query: all of these teams, and these. No list is empty, so that both stand behind IN.
 *
 * @param events whose team is known to be one of the caller's
 */
public record TeamEvents(List<Long> teams, List<Long> events) {

    /** No team has this number, and no event. */
    static final long NOTHING = -1;

    public static final TeamEvents NONE = new TeamEvents(List.of(NOTHING), List.of(NOTHING));

    /** The condition on a row of {@code known_show}, with the parameters {@code :teams} and {@code :events}. */
    public String condition(String alias) {
        String ofTeams = alias + ".organiser_id IN (:teams)";
        // an OR keeps the database from its index of teams, and few members have single events
        return events.size() <= 1 ? ofTeams : "(" + ofTeams + " OR " + alias + ".event_id IN (:events))";
    }
}
