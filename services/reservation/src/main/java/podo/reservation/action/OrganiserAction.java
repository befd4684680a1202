package podo.reservation.action;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser did.
 *
 * @param orderId null when it concerns the whole event
 * @param detail named values, such as the reason of a refund
 */
public record OrganiserAction(
        long id,
        Instant at,
        long eventId,
        @Nullable String orderId,
        long organiserId,
        String what,
        Map<String, Object> detail) {

    /** The kinds of action. */
    public enum Kind {
        TICKETS_SENT,
        REFUNDED,
        MOVED,
        NOTED,
        NAMED,
        LEVERS_SET,
        CODE_ADDED,
        CODE_SWITCHED
    }
}
