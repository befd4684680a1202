package podo.tosssimulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One webhook on its way: after 1, 4, 16, 64, 256, 1024 and 4096 minutes it is tried again, then given up. */
record Delivery(String id, String paymentKey, String body, int tries, Instant dueAt, boolean over) {

    private static final int RETRIES = 7;

    static Delivery of(String paymentKey, String body, Instant dueAt) {
        return new Delivery(UUID.randomUUID().toString(), paymentKey, body, 0, dueAt, false);
    }

    Delivery delivered() {
        return new Delivery(id, paymentKey, body, tries + 1, dueAt, true);
    }

    Delivery failed(Instant now) {
        Duration pause = Duration.ofMinutes(1L << (2 * tries));
        return new Delivery(id, paymentKey, body, tries + 1, now.plus(pause), tries >= RETRIES);
    }
}
