package podo.web.orders.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an order, as the reservation service tells it.
 *
 * @param problem why the last try failed; null without a failure
 * @param sendable whether sending it again sends something; null from a reservation service that does not say
 */
public record ShownMail(
        long id,
        String kind,
        String state,
        int tries,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String problem,
        @Nullable Boolean sendable) {}
