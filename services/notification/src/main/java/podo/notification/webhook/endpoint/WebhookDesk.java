package podo.notification.webhook.endpoint;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.notification.webhook.TeamWebhook;
import podo.notification.webhook.TeamWebhookSettings;
import podo.notification.webhook.TeamWebhooks;
import podo.notification.webhook.WebhookBodies;
import podo.notification.webhook.WebhookMessages;
import podo.notification.webhook.WebhookType;
import podo.notification.webhook.delivery.WebhookSignature;
import podo.starter.problem.NotFound;
import podo.starter.problem.TooManyRequests;

/** Changes of a team's webhooks. Whether the caller may is asked before. */
@Service
@Transactional
class WebhookDesk {

    private static final String TEST = "webhook.test";
    private static final int TESTS_A_MINUTE = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The only time that the secret is there. */
    record MadeWebhook(long id, String secret) {

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "MadeWebhook[" + id + "]";
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final TeamWebhooks webhooks;
    private final WebhookMessages messages;
    private final WebhookBodies bodies;
    private final TeamWebhookSettings settings;
    private final Clock clock;

    WebhookDesk(
            TeamWebhooks webhooks,
            WebhookMessages messages,
            WebhookBodies bodies,
            TeamWebhookSettings settings,
            Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.bodies = bodies;
        this.settings = settings;
        this.clock = clock;
    }

    MadeWebhook make(long teamId, String url, Set<WebhookType> types, long by) {
        if (webhooks.of(teamId).size() >= settings.perTeam()) {
            throw new TooManyTeamWebhooks(settings.perTeam());
        }
        String secret = WebhookSignature.newSecret(random);
        return new MadeWebhook(webhooks.insert(teamId, url, types, secret, by), secret);
    }

    /** Throws {@link NotFound} for another team's. */
    @Transactional(readOnly = true)
    public TeamWebhook find(long teamId, long id) {
        return webhooks.find(id).filter(webhook -> webhook.teamId() == teamId).orElseThrow(NotFound::new);
    }

    void change(long teamId, long id, String url, Set<WebhookType> types, boolean on) {
        find(teamId, id);
        webhooks.change(id, url, types, on ? TeamWebhook.State.ON : TeamWebhook.State.OFF);
        if (!on) {
            messages.giveUpAll(id);
        }
    }

    MadeWebhook renewSecret(long teamId, long id) {
        find(teamId, id);
        String secret = WebhookSignature.newSecret(random);
        webhooks.renewSecret(id, secret);
        return new MadeWebhook(id, secret);
    }

    void delete(long teamId, long id) {
        find(teamId, id);
        webhooks.delete(id);
    }

    void test(long teamId, long id) {
        requireOn(teamId, id);
        Instant now = clock.instant();
        if (messages.countSince(id, TEST, now.minus(MINUTE)) >= TESTS_A_MINUTE) {
            throw new TooManyRequests(MINUTE);
        }
        String fact = UUID.randomUUID().toString();
        messages.add(id, WebhookBodies.id(TEST, fact), TEST, bodies.write(TEST, now, Map.of("webhookId", id)));
    }

    void sendAgain(long teamId, long id, long messageId) {
        requireOn(teamId, id);
        if (!messages.sendAgain(id, messageId)) {
            throw new NotFound();
        }
    }

    @Transactional(readOnly = true)
    public List<TeamWebhook> list(long teamId) {
        return webhooks.of(teamId);
    }

    private void requireOn(long teamId, long id) {
        if (find(teamId, id).state() != TeamWebhook.State.ON) {
            throw new WebhookIsOff();
        }
    }
}
