package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SimulatorTest
class WebhookTest {

    static final List<JsonNode> received = new CopyOnWriteArrayList<>();
    static final AtomicInteger answer = new AtomicInteger(200);
    static HttpServer shopServer;

    @LocalServerPort
    int port;

    ShopClient shop;
    String order = ShopClient.newOrderId();

    @DynamicPropertySource
    static void listen(DynamicPropertyRegistry registry) throws Exception {
        shopServer = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        shopServer.createContext("/", exchange -> {
            received.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        shopServer.start();
        registry.add(
                "podo.simulator.webhook.url",
                () -> "http://localhost:" + shopServer.getAddress().getPort());
    }

    @AfterAll
    static void close() {
        shopServer.stop(0);
    }

    @BeforeEach
    void open() {
        shop = new ShopClient(port);
        answer.set(200);
    }

    @Test
    void aCaptureSendsAWebhook() throws Exception {
        String key = shop.approve(order, 1_000);
        shop.confirm(key, order, 1_000);

        await().until(() -> statuses().equals(List.of("DONE")));
    }

    @Test
    void aFailedWebhookIsRetriedAfterOneAndFourMinutes() throws Exception {
        answer.set(500);
        String key = shop.approve(order, 1_000);
        shop.confirm(key, order, 1_000);
        await().until(() -> statuses().size() == 1);

        shop.advanceClock(Duration.ofMinutes(1));
        await().until(() -> statuses().size() == 2);
        answer.set(200);
        shop.advanceClock(Duration.ofMinutes(4));
        await().until(() -> statuses().size() == 3);
        shop.advanceClock(Duration.ofMinutes(5_000));
        await().during(Duration.ofMillis(600)).until(() -> statuses().size() == 3);
    }

    @Test
    void webhooksCanBeDuplicatedForgedOrLost() throws Exception {
        shop.setFault(Map.of("kind", "WEBHOOK_DUPLICATED", "orderId", order, "count", 1));
        shop.setFault(Map.of("kind", "WEBHOOK_FORGED", "orderId", order, "count", 1));

        String key = shop.approve(order, 1_000);

        assertThat(statuses()).containsExactly("DONE");
        assertThat(shop.get("/v1/payments/" + key).json().path("status").asString())
                .isEqualTo("IN_PROGRESS");
        shop.confirm(key, order, 1_000);
        await().until(() -> statuses().size() == 3);

        String withoutWebhook = ShopClient.newOrderId();
        shop.setFault(Map.of("kind", "WEBHOOK_LOST", "orderId", withoutWebhook));
        shop.confirm(shop.approve(withoutWebhook, 1_000), withoutWebhook, 1_000);
        await().during(Duration.ofMillis(600))
                .until(() -> statuses(withoutWebhook).isEmpty());
    }

    @Test
    void aLaterWebhookOvertakesAnEarlierOne() throws Exception {
        shop.setFault(Map.of("kind", "WEBHOOK_REORDERED", "orderId", order, "count", 1));
        String key = shop.approve(order, 1_000);
        shop.confirm(key, order, 1_000);
        shop.cancel(key, null);

        await().until(() -> statuses().equals(List.of("CANCELED", "DONE")));
    }

    @Test
    void anEarlyWebhookArrivesBeforeTheAnswer() throws Exception {
        shop.setFault(Map.of("kind", "WEBHOOK_EARLY", "orderId", order));
        String key = shop.approve(order, 1_000);
        shop.confirm(key, order, 1_000);

        assertThat(statuses()).containsExactly("DONE");
    }

    private List<String> statuses() {
        return statuses(order);
    }

    private static List<String> statuses(String order) {
        return received.stream()
                .filter(webhook ->
                        webhook.path("data").path("orderId").asString().equals(order))
                .map(webhook -> webhook.path("data").path("status").asString())
                .toList();
    }
}
