package podo.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** {@code /internal/pulse} during an outage of the bank. Has its own context, so that the shares hold no calls of other tests. */
@TestPropertySource(properties = "podo.test=pulse")
class PaymentHealthIT extends PaymentServiceFixture {

    @Autowired
    ServiceTokens services;

    @AfterEach
    void removeFaults() {
        bank.removeFaults();
    }

    @Test
    void thePulseShowsABankOutageAndRecoversAfterIt() {
        for (int i = 0; i < 5; i++) {
            NeighbourServices.Order order = openedOrder(1_000, 1);
            assertThat(confirmUntilDecided(order, bank.approve(order.orderId, order.amount))
                            .status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 5; i++) {
            NeighbourServices.Order order = openedOrder(1_000, 1);
            String key = bank.approve(order.orderId, order.amount);
            bank.setFault(fault("ERROR_BEFORE", order, "status", 403, "code", "REJECT_CARD_COMPANY"));
            assertThat(confirmUntilDecided(order, key).status())
                    .as("a refused card")
                    .isEqualTo(402);
        }
        assertThat(pulse().path("open").asBoolean()).isTrue();
        assertThat(pulse().path("troubledShare").asDouble())
                .as("declined cards are decided")
                .isZero();
        assertThat(pulse().path("p95Millis").asDouble()).isPositive();

        List<NeighbourServices.Order> waiting =
                IntStream.range(0, 6).mapToObj(i -> openedOrder(1_000, 1)).toList();
        waiting.forEach(order -> bank.setFault(fault("LATENCY", order, "call", "CONFIRM", "millis", 20_000)));
        waiting.parallelStream()
                .forEach(order -> assertThat(confirm(order, bank.approve(order.orderId, order.amount))
                                .status())
                        .isEqualTo(202));
        assertThat(pulse().path("p95Millis").asDouble())
                .as("calls that still run count")
                .isGreaterThan(3_900);
        bank.removeFaults();

        List<NeighbourServices.Order> unlucky =
                IntStream.range(0, 12).mapToObj(i -> openedOrder(1_000, 1)).toList();
        bank.setFault(Map.of("kind", "ERROR_BEFORE", "call", "CONFIRM", "status", 401, "code", "UNAUTHORIZED_KEY"));
        bank.setFault(Map.of("kind", "ERROR_BEFORE", "call", "LOOKUP"));
        unlucky.forEach(order -> assertThat(confirmUntilDecided(order, bank.approve(order.orderId, order.amount))
                        .status())
                .isEqualTo(503));
        JsonNode duringOutage = pulse();
        assertThat(duringOutage.path("open").asBoolean())
                .as("no payments are taken: %s", duringOutage)
                .isFalse();
        assertThat(duringOutage.path("troubledShare").asDouble())
                .as("%s", duringOutage)
                .isPositive();
        assertThat(duringOutage.path("p95Millis").asDouble())
                .as("a failure counts as slow: %s", duringOutage)
                .isGreaterThan(10_000);

        bank.removeFaults();
        await().until(() -> pulse().path("open").asBoolean());
        await().atMost(Duration.ofSeconds(100))
                .until(() -> pulse().path("p95Millis").asDouble() < 10_000
                        && pulse().path("troubledShare").asDouble() == 0);
    }

    @Test
    void onlyServicesReadThePulse() {
        assertThat(get("/internal/pulse", fan, true).status()).isEqualTo(401);
    }

    private JsonNode pulse() {
        Reply reply = send(
                HttpRequest.newBuilder(at("/internal/pulse"))
                        .header("Authorization", "Bearer " + services.mint("payment")),
                null,
                false);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }
}
