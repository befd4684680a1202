package podo.web.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * The logged-in account, the principal of Spring Security.
 *
 * @param door whether it checks tickets at the doors of all events; null in a session from before there were doors
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
