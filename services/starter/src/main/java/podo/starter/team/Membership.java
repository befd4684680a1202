package podo.starter.team;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One account's place in one team.
 *
 * @param teamId the number that events and venues name as their organiser
 * @param events those that the role is for; null for all of the team
 */
public record Membership(
        long teamId, String team, TeamRole role, @Nullable Set<Long> events) {

    public boolean isForAllEvents() {
        return events == null;
    }

    public boolean covers(long eventId) {
        return events == null || events.contains(eventId);
    }
}
