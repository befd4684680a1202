package podo.notification.webhook.heard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import podo.notification.webhook.TeamWebhook;
import podo.notification.webhook.TeamWebhooks;
import podo.notification.webhook.WebhookBodies;
import podo.notification.webhook.WebhookMessages;
import podo.notification.webhook.WebhookType;

/** Makes a message for each webhook of a team that wants to be told. */
@Component
class WebhookFanOut {

    private final TeamWebhooks webhooks;
    private final WebhookMessages messages;
    private final WebhookBodies bodies;

    WebhookFanOut(TeamWebhooks webhooks, WebhookMessages messages, WebhookBodies bodies) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.bodies = bodies;
    }

    /**
     * @param fact what makes this one of its type
     * @param data asked for only when somebody is told
     */
    void tell(long teamId, WebhookType type, String fact, Instant at, Supplier<Map<String, Object>> data) {
        List<TeamWebhook> told = webhooks.of(teamId).stream()
                .filter(webhook -> webhook.state() == TeamWebhook.State.ON
                        && webhook.types().contains(type))
                .toList();
        if (!told.isEmpty()) {
            String body = bodies.write(type.word(), at, data.get());
            String id = WebhookBodies.id(type.word(), fact);
            told.forEach(webhook -> messages.add(webhook.id(), id, type.word(), body));
        }
    }
}
