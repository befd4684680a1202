package podo.tosssimulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A webhook to deliver: retried after 1, 4, 16, 64, 256, 1024 and 4096 minutes, then given up. */
record WebhookDelivery(String id, String paymentKey, String body, int tries, Instant dueAt, boolean over) {

    private static final int RETRIES = 7;

    static WebhookDelivery of(String paymentKey, String body, Instant dueAt) {
        return new WebhookDelivery(UUID.randomUUID().toString(), paymentKey, body, 0, dueAt, false);
    }

    WebhookDelivery delivered() {
        return new WebhookDelivery(id, paymentKey, body, tries + 1, dueAt, true);
    }

    WebhookDelivery failed(Instant now) {
        Duration pause = Duration.ofMinutes(1L << (2 * tries));
        return new WebhookDelivery(id, paymentKey, body, tries + 1, now.plus(pause), tries >= RETRIES);
    }
}
