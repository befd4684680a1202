package podo.reservation.action;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a team did.
 *
 * @param eventId null when it concerns no event, or one that was never published
 * @param orderId null when it concerns the whole event
 * @param detail named values, such as the reason of a refund
 */
public record OrganiserAction(
        long id,
        Instant at,
        @Nullable Long eventId,
        @Nullable String orderId,
        long organiserId,
        String what,
        Map<String, Object> detail) {

    /** The kinds of action. */
    public enum Kind {
        SOLD_AT_DESK,
        TICKETS_SENT,
        MAIL_SENT,
        REFUNDED,
        HANDED_BACK,
        MOVED,
        NOTED,
        NAMED,
        LEVERS_SET,
        ORDERS_EXPORTED,
        CODE_ADDED,
        CODE_SWITCHED_OFF,
        CODE_SWITCHED_ON
    }
}
