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

@OnSimulator
class WebhookTest {

    static final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    static final AtomicInteger answer = new AtomicInteger(200);
    static HttpServer ear;

    @LocalServerPort
    int port;

    Shop shop;
    String order = Shop.freshOrder();

    @DynamicPropertySource
    static void listen(DynamicPropertyRegistry registry) throws Exception {
        ear = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        ear.createContext("/", exchange -> {
            heard.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        ear.start();
        registry.add(
                "podo.simulator.webhook.url",
                () -> "http://localhost:" + ear.getAddress().getPort());
    }

    @AfterAll
    static void close() {
        ear.stop(0);
    }

    @BeforeEach
    void open() {
        shop = new Shop(port);
        answer.set(200);
    }

    @Test
    void theShopIsToldOfACapture() throws Exception {
        String key = shop.buyerApproves(order, 1_000);
        shop.confirm(key, order, 1_000);

        await().until(() -> told().equals(List.of("DONE")));
    }

    @Test
    void aShopThatDoesNotListenIsToldAgainAfterOneAndFourMinutes() throws Exception {
        answer.set(500);
        String key = shop.buyerApproves(order, 1_000);
        shop.confirm(key, order, 1_000);
        await().until(() -> told().size() == 1);

        shop.timePasses(Duration.ofMinutes(1));
        await().until(() -> told().size() == 2);
        answer.set(200);
        shop.timePasses(Duration.ofMinutes(4));
        await().until(() -> told().size() == 3);
        shop.timePasses(Duration.ofMinutes(5_000));
        await().during(Duration.ofMillis(600)).until(() -> told().size() == 3);
    }

    @Test
    void webhooksComeTwiceNeverOrForged() throws Exception {
        shop.breaks(Map.of("kind", "WEBHOOK_DUPLICATED", "orderId", order, "count", 1));
        shop.breaks(Map.of("kind", "WEBHOOK_FORGED", "orderId", order, "count", 1));

        String key = shop.buyerApproves(order, 1_000);

        assertThat(told()).containsExactly("DONE");
        assertThat(shop.get("/v1/payments/" + key).json().path("status").asString())
                .isEqualTo("IN_PROGRESS");
        shop.confirm(key, order, 1_000);
        await().until(() -> told().size() == 3);

        String silent = Shop.freshOrder();
        shop.breaks(Map.of("kind", "WEBHOOK_LOST", "orderId", silent));
        shop.confirm(shop.buyerApproves(silent, 1_000), silent, 1_000);
        await().during(Duration.ofMillis(600)).until(() -> told(silent).isEmpty());
    }

    @Test
    void aLaterWebhookOvertakesAnEarlierOne() throws Exception {
        shop.breaks(Map.of("kind", "WEBHOOK_REORDERED", "orderId", order, "count", 1));
        String key = shop.buyerApproves(order, 1_000);
        shop.confirm(key, order, 1_000);
        shop.cancel(key, null);

        await().until(() -> told().equals(List.of("CANCELED", "DONE")));
    }

    @Test
    void anEarlyWebhookArrivesBeforeTheAnswer() throws Exception {
        shop.breaks(Map.of("kind", "WEBHOOK_EARLY", "orderId", order));
        String key = shop.buyerApproves(order, 1_000);
        shop.confirm(key, order, 1_000);

        assertThat(told()).containsExactly("DONE");
    }

    private List<String> told() {
        return told(order);
    }

    private static List<String> told(String order) {
        return heard.stream()
                .filter(hook -> hook.path("data").path("orderId").asString().equals(order))
                .map(hook -> hook.path("data").path("status").asString())
                .toList();
    }
}
