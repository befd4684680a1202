package podo.notification.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to send a message.
 *
 * @param status of the answer; null without one
 * @param problem why there was no answer: a word such as {@code timeout}
 * @param answer its first 1,024 characters
 */
public record WebhookTry(
        Instant at,
        int millis,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable String answer) {

    public boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }

    public boolean isGone() {
        return status != null && status == 410;
    }
}
