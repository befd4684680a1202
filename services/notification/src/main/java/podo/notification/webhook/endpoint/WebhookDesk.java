package podo.notification.webhook.endpoint;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.notification.action.ActionsToTell;
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
    private final ActionsToTell actions;
    private final TeamWebhookSettings settings;
    private final Clock clock;

    WebhookDesk(
            TeamWebhooks webhooks,
            WebhookMessages messages,
            WebhookBodies bodies,
            ActionsToTell actions,
            TeamWebhookSettings settings,
            Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.bodies = bodies;
        this.actions = actions;
        this.settings = settings;
        this.clock = clock;
    }

    MadeWebhook make(long teamId, String url, Set<WebhookType> types, long by) {
        if (webhooks.of(teamId).size() >= settings.perTeam()) {
            throw new TooManyTeamWebhooks(settings.perTeam());
        }
        String secret = WebhookSignature.newSecret(random);
        MadeWebhook made = new MadeWebhook(webhooks.insert(teamId, url, types, secret, by), secret);
        actions.record(teamId, by, "WEBHOOK_MADE", detail(url, types));
        return made;
    }

    /** Throws {@link NotFound} for another team's. */
    @Transactional(readOnly = true)
    public TeamWebhook find(long teamId, long id) {
        return webhooks.find(id).filter(webhook -> webhook.teamId() == teamId).orElseThrow(NotFound::new);
    }

    void change(long teamId, long id, String url, Set<WebhookType> types, boolean on, long by) {
        TeamWebhook before = find(teamId, id);
        if (!before.url().equals(url) || !before.types().equals(types)) {
            actions.record(teamId, by, "WEBHOOK_CHANGED", detail(url, types));
        }
        if (on != (before.state() == TeamWebhook.State.ON)) {
            actions.record(teamId, by, on ? "WEBHOOK_SWITCHED_ON" : "WEBHOOK_SWITCHED_OFF", detail(url));
        }
        webhooks.change(id, url, types, on ? TeamWebhook.State.ON : TeamWebhook.State.OFF);
        if (!on) {
            messages.giveUpAll(id);
        }
    }

    MadeWebhook renewSecret(long teamId, long id, long by) {
        actions.record(
                teamId, by, "WEBHOOK_SECRET_RENEWED", detail(find(teamId, id).url()));
        String secret = WebhookSignature.newSecret(random);
        webhooks.renewSecret(id, secret);
        return new MadeWebhook(id, secret);
    }

    void delete(long teamId, long id, long by) {
        actions.record(teamId, by, "WEBHOOK_DELETED", detail(find(teamId, id).url()));
        webhooks.delete(id);
    }

    void test(long teamId, long id, long by) {
        TeamWebhook webhook = requireOn(teamId, id);
        Instant now = clock.instant();
        if (messages.countSince(id, TEST, now.minus(MINUTE)) >= TESTS_A_MINUTE) {
            throw new TooManyRequests(MINUTE);
        }
        String fact = UUID.randomUUID().toString();
        messages.add(id, WebhookBodies.id(TEST, fact), TEST, bodies.write(TEST, now, Map.of("webhookId", id)));
        actions.record(teamId, by, "WEBHOOK_TESTED", detail(webhook.url()));
    }

    void sendAgain(long teamId, long id, long messageId, long by) {
        TeamWebhook webhook = requireOn(teamId, id);
        if (!messages.sendAgain(id, messageId)) {
            throw new NotFound();
        }
        actions.record(teamId, by, "WEBHOOK_SENT_AGAIN", detail(webhook.url()));
    }

    @Transactional(readOnly = true)
    public List<TeamWebhook> list(long teamId) {
        return webhooks.of(teamId);
    }

    private TeamWebhook requireOn(long teamId, long id) {
        TeamWebhook webhook = find(teamId, id);
        if (webhook.state() != TeamWebhook.State.ON) {
            throw new WebhookIsOff();
        }
        return webhook;
    }

    private static Map<String, String> detail(String url, Set<WebhookType> types) {
        return Map.of(
                "address",
                host(url),
                "types",
                types.stream().sorted().map(WebhookType::word).collect(Collectors.joining(", ")));
    }

    private static Map<String, String> detail(String url) {
        return Map.of("address", host(url));
    }

    /** Whose server it is; the rest of an address may be a secret of the receiver, and the log is never deleted. */
    private static String host(String url) {
        URI address = URI.create(url);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
