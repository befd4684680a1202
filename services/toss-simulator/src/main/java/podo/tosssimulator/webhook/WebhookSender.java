package podo.tosssimulator.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.tosssimulator.clock.SimulatorClock;
import podo.tosssimulator.journal.Journal;

/** Posts webhooks to the shop until it answers 200. Undelivered ones survive a restart. */
@Component
class WebhookSender {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Journal journal;
    private final SimulatorClock clock;
    private final URI shopUrl;
    private final HttpClient http;
    private final Map<String, WebhookDelivery> undelivered = new ConcurrentHashMap<>();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /** @param bundles {@code shop}: the authority of a shop whose certificate no public one has signed */
    WebhookSender(Journal journal, SimulatorClock clock, WebhookSettings settings, SslBundles bundles) {
        this.http = client(bundles);
        this.journal = journal;
        this.clock = clock;
        this.shopUrl = settings.url();
        for (WebhookDelivery delivery : journal.readAll("webhook", WebhookDelivery.class)) {
            if (!delivery.over()) {
                undelivered.put(delivery.id(), delivery);
            }
        }
    }

    private static HttpClient client(SslBundles bundles) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
        if (bundles.getBundleNames().contains("shop")) {
            client.sslContext(bundles.getBundle("shop").createSslContext());
        }
        return client.build();
    }

    void send(WebhookDelivery delivery) {
        store(delivery);
        if (!delivery.dueAt().isAfter(clock.instant())) {
            start(delivery);
        }
    }

    void sendAndWait(WebhookDelivery delivery) {
        store(delivery);
        inFlight.add(delivery.id());
        deliver(delivery);
    }

    @Scheduled(fixedDelay = 250)
    void sendDue() {
        for (WebhookDelivery delivery : undelivered.values()) {
            if (!delivery.dueAt().isAfter(clock.instant())) {
                start(delivery);
            }
        }
    }

    private void start(WebhookDelivery delivery) {
        if (inFlight.add(delivery.id())) {
            Thread.ofVirtual().name("webhook").start(() -> deliver(delivery));
        }
    }

    private void deliver(WebhookDelivery delivery) {
        try {
            boolean delivered = post(delivery.body());
            store(delivered ? delivery.delivered() : delivery.failed(clock.instant()));
        } finally {
            inFlight.remove(delivery.id());
        }
    }

    private void store(WebhookDelivery delivery) {
        journal.append("webhook", delivery.id(), delivery);
        if (delivery.over()) {
            undelivered.remove(delivery.id());
        } else {
            undelivered.put(delivery.id(), delivery);
        }
    }

    private boolean post(String body) {
        HttpRequest request = HttpRequest.newBuilder(shopUrl)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            log.debug("Webhook not delivered: {}", e.toString());
            return false;
        }
    }
}
