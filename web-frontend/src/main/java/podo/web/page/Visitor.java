package podo.web.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * The logged-in account, the principal of Spring Security.
 *
 * @param organiser whether it sees events of a team, as of the log-in
 * @param door whether it checks tickets only, at the doors of all events or of a team's; null in a session from before there were doors
 */
public record Visitor(
        long id,
        String email,
        String name,
        boolean organiser,
        boolean operator,
        @Nullable Boolean door) {

    @JsonIgnore
    public boolean isDoorStaff() {
        return Boolean.TRUE.equals(door);
    }
}
