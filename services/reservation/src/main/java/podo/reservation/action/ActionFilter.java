package podo.reservation.action;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.starter.jdbc.Utc;

/**
 * Which actions of the log are asked for; null asks for all.
 *
 * @param by the account that acted
 * @param what the kind of action
 * @param from inclusive, {@code until} exclusive
 */
public record ActionFilter(
        @Nullable Long eventId,
        @Nullable Long by,
        @Nullable String what,
        @Nullable Instant from,
        @Nullable Instant until) {

    String condition(Map<String, Object> params) {
        StringBuilder condition = new StringBuilder();
        if (eventId != null) {
            condition.append(" AND event_id = :event");
            params.put("event", eventId);
        }
        if (by != null) {
            condition.append(" AND organiser_id = :by");
            params.put("by", by);
        }
        if (what != null) {
            condition.append(" AND what = :what");
            params.put("what", what);
        }
        if (from != null) {
            condition.append(" AND at >= :from");
            params.put("from", Utc.millis(from));
        }
        if (until != null) {
            condition.append(" AND at < :until");
            params.put("until", Utc.millis(until));
        }
        return condition.toString();
    }
}
