package podo.notification.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told.
 *
 * @param messageId the header {@code webhook-id}
 * @param type of {@link WebhookType}, or of a test
 * @param tries so far
 */
public record WebhookMessage(
        long id,
        long webhookId,
        String messageId,
        String type,
        String body,
        State state,
        int tries,
        Instant dueAt,
        Instant madeAt,
        @Nullable Instant endedAt) {

    public enum State {
        DUE,
        DONE,
        /** Given up. */
        FAILED
    }
}
