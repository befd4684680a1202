package podo.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address of a team that is told what happens.
 *
 * @param secrets with which requests are signed: the present one, and the one before while it is good
 * @param oldUntil until when the secret before is good; null without one
 */
public record TeamWebhook(
        long id,
        long teamId,
        String url,
        Set<WebhookType> types,
        State state,
        List<String> secrets,
        @Nullable Instant oldUntil,
        Instant madeAt) {

    public enum State {
        ON,
        OFF,
        /** It answered 410: its owner wants nothing more. */
        GONE
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "TeamWebhook[" + id + "]";
    }
}
