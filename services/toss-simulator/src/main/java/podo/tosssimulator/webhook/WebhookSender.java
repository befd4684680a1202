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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.tosssimulator.clock.SimulatorClock;
import podo.tosssimulator.journal.Journal;

/** Carries webhooks to the shop until it answers 200; what is still to be carried survives a restart. */
@Component
class WebhookSender {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Journal journal;
    private final SimulatorClock clock;
    private final URI shop;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, WebhookDelivery> waiting = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    WebhookSender(Journal journal, SimulatorClock clock, WebhookSettings settings) {
        this.journal = journal;
        this.clock = clock;
        this.shop = settings.url();
        for (WebhookDelivery delivery : journal.recall("webhook", WebhookDelivery.class)) {
            if (!delivery.over()) {
                waiting.put(delivery.id(), delivery);
            }
        }
    }

    void send(WebhookDelivery delivery) {
        keep(delivery);
        if (!delivery.dueAt().isAfter(clock.instant())) {
            start(delivery);
        }
    }

    void sendAndWait(WebhookDelivery delivery) {
        keep(delivery);
        underWay.add(delivery.id());
        deliver(delivery);
    }

    @Scheduled(fixedDelay = 250)
    void sendWhatIsDue() {
        for (WebhookDelivery delivery : waiting.values()) {
            if (!delivery.dueAt().isAfter(clock.instant())) {
                start(delivery);
            }
        }
    }

    private void start(WebhookDelivery delivery) {
        if (underWay.add(delivery.id())) {
            Thread.ofVirtual().name("webhook").start(() -> deliver(delivery));
        }
    }

    private void deliver(WebhookDelivery delivery) {
        try {
            boolean arrived = post(delivery.body());
            keep(arrived ? delivery.delivered() : delivery.failed(clock.instant()));
        } finally {
            underWay.remove(delivery.id());
        }
    }

    private void keep(WebhookDelivery delivery) {
        journal.write("webhook", delivery.id(), delivery);
        if (delivery.over()) {
            waiting.remove(delivery.id());
        } else {
            waiting.put(delivery.id(), delivery);
        }
    }

    private boolean post(String body) {
        HttpRequest request = HttpRequest.newBuilder(shop)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            log.debug("webhook not delivered: {}", e.toString());
            return false;
        }
    }
}
