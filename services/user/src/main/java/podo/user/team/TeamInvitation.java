package podo.user.team;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import podo.starter.team.TeamRole;

/**
 * An invitation that can still be accepted.
 *
 * @param events null for all of the team
 */
record TeamInvitation(
        long id,
        long teamId,
        String email,
        TeamRole role,
        @Nullable SortedSet<Long> events,
        String mailId,
        Instant endsAt) {

    /** The role and its events, for the log. */
    String place() {
        return role + " (" + EventList.words(events) + ")";
    }
}
