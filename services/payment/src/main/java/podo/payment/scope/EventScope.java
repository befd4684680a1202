package podo.payment.scope;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events whose money a caller may see.
 *
 * @param events null for all
 */
public record EventScope(@Nullable Set<Long> events) {

    public static final EventScope ALL = new EventScope(null);

    public boolean isAll() {
        return events == null;
    }

    /** @param eventId null for what concerns no single event, which only {@link #ALL} covers */
    public boolean covers(@Nullable Long eventId) {
        return events == null || eventId != null && events.contains(eventId);
    }
}
