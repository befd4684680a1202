package podo.notification.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.notification.webhook.TeamWebhook;
import podo.notification.webhook.TeamWebhookSettings;
import podo.notification.webhook.TeamWebhooks;
import podo.notification.webhook.WebhookMessage;
import podo.notification.webhook.WebhookMessages;

/** Sends a message that is due and keeps what came of it: done, to be tried again after a pause, given up, or a webhook that wants nothing more. */
@Component
class WebhookDelivering {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Pauses differ by a tenth, so that what failed together is not tried together. */
    private static final double JITTER = 0.1;

    private final TeamWebhooks webhooks;
    private final WebhookMessages messages;
    private final WebhookSending sending;
    private final TeamWebhookSettings settings;
    private final TransactionTemplate transaction;

    WebhookDelivering(
            TeamWebhooks webhooks,
            WebhookMessages messages,
            WebhookSending sending,
            TeamWebhookSettings settings,
            TransactionTemplate transaction) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.sending = sending;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** @param message as it was before this try; true when it was taken */
    boolean deliver(WebhookMessage message) {
        Optional<TeamWebhook> webhook =
                webhooks.find(message.webhookId()).filter(found -> found.state() == TeamWebhook.State.ON);
        if (webhook.isEmpty()) {
            messages.end(message.id(), WebhookMessage.State.FAILED);
            return false;
        }
        WebhookSending.Sent sent = sending.send(webhook.get(), message);
        transaction.executeWithoutResult(status -> keep(message, sent));
        return sent.made().isTaken();
    }

    private void keep(WebhookMessage message, WebhookSending.Sent sent) {
        messages.note(message.id(), sent.made());
        if (sent.made().isTaken()) {
            messages.end(message.id(), WebhookMessage.State.DONE);
        } else if (sent.made().isGone()) {
            webhooks.setGone(message.webhookId());
            messages.giveUpAll(message.webhookId());
        } else if (message.tries() >= settings.pauses().size()) {
            messages.end(message.id(), WebhookMessage.State.FAILED);
        } else {
            messages.postpone(message.id(), pause(settings.pauses().get(message.tries()), sent.retryAfter()));
        }
    }

    private static Duration pause(Duration usual, @Nullable Duration asked) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        Duration pause = Duration.ofMillis((long) (usual.toMillis() * factor));
        if (asked == null || asked.compareTo(pause) < 0) {
            return pause;
        }
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }
}
