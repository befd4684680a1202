package podo.reservation.booking.order.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an order; never what it says or to whom.
 *
 * @param kind ORDER, REFUND, SHOW_CHANGED and so on; more may come
 * @param state QUEUED, SENT, FAILED once it was given up, DROPPED when it was not true any more
 * @param problem why the last try failed; null without a failure
 */
public record OrderMail(
        long id,
        String kind,
        String state,
        int tries,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String problem) {

    /** Whether it was sent or given up. */
    @JsonIgnore
    public boolean isOver() {
        return state.equals("SENT") || state.equals("FAILED");
    }
}
