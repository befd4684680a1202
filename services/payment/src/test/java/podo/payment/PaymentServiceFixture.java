package podo.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.stack.junit.SignedTokens;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shared by the tests of this service: the Toss simulator, stand-ins for inventory, reservation and event, fan tokens, HTTP. */
@PaymentServiceTest
public abstract class PaymentServiceFixture {

    protected static final NeighbourServices neighbours = new NeighbourServices();
    protected static final TossSimulatorProcess bank = TossSimulatorProcess.start(neighbours.url() + "/webhooks");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    public record Reply(int status, JsonNode body) {

        public String problem() {
            return body.path("type").asString().replace("urn:problem:", "");
        }

        public String paymentStatus() {
            return body.path("status").asString();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    FanTokens tokens;

    @Autowired
    protected JdbcClient jdbc;

    protected final long fan = ThreadLocalRandom.current().nextLong(1, 1_000_000_000_000L);

    @BeforeEach
    void forwardWebhooksToThisService() {
        neighbours.forwardWebhooksTo(at("/api/payments/webhooks/toss"));
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry registry) {
        registry.add("spring.cloud.discovery.enabled", () -> "true");
        registry.add("spring.cloud.discovery.client.simple.instances.reservation[0].uri", neighbours::url);
        registry.add("spring.cloud.discovery.client.simple.instances.inventory[0].uri", neighbours::url);
        registry.add("spring.cloud.discovery.client.simple.instances.event[0].uri", neighbours::url);
        registry.add("PODO_TOSS_BASE_URL", bank::url);
    }

    protected Reply open(NeighbourServices.Order order) {
        return post("/api/payments", Map.of("orderId", order.orderId), fan);
    }

    protected Reply confirm(NeighbourServices.Order order, String paymentKey) {
        return confirm(order, paymentKey, order.amount, fan);
    }

    protected Reply confirm(NeighbourServices.Order order, String paymentKey, long amount, long who) {
        return post(
                "/api/payments/confirm",
                Map.of("paymentKey", paymentKey, "orderId", order.orderId, "amount", amount),
                who);
    }

    /** Repeats the confirm while the answer is 202: on a busy machine the bank may take longer than {@code answer-within}. */
    protected Reply confirmUntilDecided(NeighbourServices.Order order, String paymentKey) {
        return await().until(() -> confirm(order, paymentKey), reply -> reply.status() != 202);
    }

    protected Reply confirmAt(int otherPort, NeighbourServices.Order order, String paymentKey) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("paymentKey", paymentKey, "orderId", order.orderId, "amount", order.amount));
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + otherPort + "/api/payments/confirm"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                order.fanId,
                false);
    }

    protected Reply read(NeighbourServices.Order order) {
        return send(HttpRequest.newBuilder(at("/api/payments/" + order.orderId)), fan, false);
    }

    protected String status(NeighbourServices.Order order) {
        return read(order).paymentStatus();
    }

    /** The findings of an audit that runs now. */
    protected JsonNode audit() {
        return send(HttpRequest.newBuilder(at("/api/audit")).POST(HttpRequest.BodyPublishers.noBody()), fan, true)
                .body()
                .path("findings");
    }

    protected NeighbourServices.Order paidOrder(long amount, int seats) {
        NeighbourServices.Order order = openedOrder(amount, seats);
        Reply paid = confirmUntilDecided(order, bank.approve(order.orderId, amount));
        assertThat(paid.paymentStatus()).as("%s", paid).isEqualTo("PAID");
        await().until(() -> neighbours.tickets(order) == seats);
        return order;
    }

    protected NeighbourServices.Order openedOrder(long amount, int seats) {
        NeighbourServices.Order order = neighbours.order(fan, amount, seats);
        // the circuit breaker may still be open after the test before
        await().untilAsserted(() -> assertThat(open(order).status()).isIn(200, 201));
        return order;
    }

    protected Reply post(String path, Object body, Long who) {
        String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text)),
                who,
                false);
    }

    protected Reply get(String path, Long who, boolean operator) {
        return send(HttpRequest.newBuilder(at(path)), who, operator);
    }

    protected URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected Reply send(HttpRequest.Builder request, Long who, boolean operator) {
        return send(request, who == null ? null : operator ? Fan.of(who, Role.OPERATOR) : Fan.of(who));
    }

    protected Reply send(HttpRequest.Builder request, Fan caller) {
        if (caller != null) {
            String token = SignedTokens.of(caller, () -> tokens.mint(caller, Instant.now(), Duration.ofMinutes(15)));
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body().isEmpty() ? "{}" : response.body();
            return new Reply(response.statusCode(), JsonMapper.shared().readTree(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kind and amount of the order's ledger rows, oldest first. */
    protected List<Map<String, Object>> ledger(NeighbourServices.Order order) {
        return jdbc.sql("SELECT kind, amount FROM ledger_entry WHERE order_id = ? ORDER BY id")
                .param(order.orderId)
                .query()
                .listOfRows();
    }

    protected static Map<String, Object> fault(String kind, NeighbourServices.Order order, Object... more) {
        Map<String, Object> fault = new LinkedHashMap<>(Map.of("kind", kind, "orderId", order.orderId, "count", 1));
        for (int i = 0; i < more.length; i += 2) {
            fault.put((String) more[i], more[i + 1]);
        }
        return fault;
    }
}
