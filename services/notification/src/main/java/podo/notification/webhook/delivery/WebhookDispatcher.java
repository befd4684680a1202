package podo.notification.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.notification.webhook.TeamWebhookSettings;
import podo.notification.webhook.WebhookMessage;
import podo.notification.webhook.WebhookMessages;

/**
 * Has due messages sent, each on a virtual thread: right after a commit that added one, when one ended, and each second. Each webhook has a few
 * requests at a time, and one while its last try failed, so that one that hangs takes no place of another's.
 */
@Component
class WebhookDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<Long, Integer> running = new ConcurrentHashMap<>();
    private final Set<Long> failing = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Semaphore news = new Semaphore(0);
    private final WebhookMessages messages;
    private final WebhookDelivering delivering;
    private final TeamWebhookSettings settings;
    private volatile @Nullable Thread thread;

    WebhookDispatcher(WebhookMessages messages, WebhookDelivering delivering, TeamWebhookSettings settings) {
        this.messages = messages;
        this.delivering = delivering;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    @TransactionalEventListener
    void wake(WebhookMessages.MessageDue due) {
        news.release();
    }

    private void dispatchUntilStopped() {
        while (isRunning()) {
            try {
                messages.due().forEach(this::dispatch);
                if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Webhooks are not sent at the moment: {}", e.toString());
                news.drainPermits();
                pause();
            }
        }
    }

    private void dispatch(long webhook) {
        int most = failing.contains(webhook) ? 1 : settings.atOnceEach();
        int free = Math.min(most - running.getOrDefault(webhook, 0), places.availablePermits());
        List<WebhookMessage> due = free <= 0 ? List.of() : messages.takeDue(webhook, free);
        for (WebhookMessage message : due) {
            places.acquireUninterruptibly();
            running.merge(webhook, 1, Integer::sum);
            Thread.ofVirtual().name("webhook-" + message.id()).start(() -> deliver(message));
        }
    }

    private void deliver(WebhookMessage message) {
        long webhook = message.webhookId();
        try {
            if (delivering.deliver(message)) {
                failing.remove(webhook);
            } else {
                failing.add(webhook);
            }
        } catch (RuntimeException e) {
            // due again when its lease ends
            log.warn("What became of webhook message {} was not kept: {}", message.id(), e.toString());
        } finally {
            running.computeIfPresent(webhook, (id, count) -> count == 1 ? null : count - 1);
            places.release();
            news.release();
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name("webhooks").unstarted(this::dispatchUntilStopped);
        thread = started;
        started.start();
    }

    /** What is being sent is sent again when its lease ends. */
    @Override
    public void stop() {
        thread = null;
        news.release();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
