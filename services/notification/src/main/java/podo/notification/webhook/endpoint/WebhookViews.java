package podo.notification.webhook.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.notification.webhook.TeamWebhook;
import podo.notification.webhook.WebhookMessage;
import podo.notification.webhook.WebhookMessages;
import podo.notification.webhook.WebhookTry;
import podo.notification.webhook.WebhookType;

/** Webhooks and what was sent to them, as their team sees it: never a secret. */
@Component
class WebhookViews {

    /** @param oldSecretUntil until when the secret before is good too; null without one */
    record WebhookView(
            long id,
            String url,
            Set<WebhookType> types,
            TeamWebhook.State state,
            @Nullable Instant oldSecretUntil,
            Instant madeAt) {}

    /** @param nextTryAt null when it has ended */
    record MessageView(
            long id,
            String messageId,
            String type,
            WebhookMessage.State state,
            String body,
            Instant madeAt,
            @Nullable Instant nextTryAt,
            List<WebhookTry> tries) {}

    private final WebhookMessages messages;

    WebhookViews(WebhookMessages messages) {
        this.messages = messages;
    }

    WebhookView of(TeamWebhook webhook) {
        return new WebhookView(
                webhook.id(), webhook.url(), webhook.types(), webhook.state(), webhook.oldUntil(), webhook.madeAt());
    }

    /** Newest first. */
    List<MessageView> messages(long webhookId, long before, int limit) {
        List<WebhookMessage> found = messages.of(webhookId, before, limit);
        Map<Long, List<WebhookTry>> tries =
                messages.tries(found.stream().map(WebhookMessage::id).toList());
        return found.stream()
                .map(message -> new MessageView(
                        message.id(),
                        message.messageId(),
                        message.type(),
                        message.state(),
                        message.body(),
                        message.madeAt(),
                        message.state() == WebhookMessage.State.DUE ? message.dueAt() : null,
                        tries.getOrDefault(message.id(), List.of())))
                .toList();
    }
}
