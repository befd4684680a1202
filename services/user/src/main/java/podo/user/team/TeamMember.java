package podo.user.team;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import podo.starter.team.TeamRole;

/** @param events null for all of the team */
record TeamMember(
        long teamId,
        long accountId,
        TeamRole role,
        @Nullable SortedSet<Long> events,
        Instant since) {

    /** The role and its events, for the log. */
    String place() {
        return role + " (" + EventList.words(events) + ")";
    }
}
