package podo.payment.charge;

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
import podo.payment.AtTheCounter;
import podo.payment.Town;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** What the line's brake hears from here while the bank is ill; a context of its own, so that nobody's past is in the shares. */
@TestPropertySource(properties = "podo.test=pulse")
class PaymentHealthIT extends AtTheCounter {

    @Autowired
    ServiceTokens services;

    @AfterEach
    void heal() {
        bank.heal();
    }

    @Test
    void whatAilsTheBankIsToldAndForgottenWhenItIsWellAgain() {
        for (int i = 0; i < 5; i++) {
            Town.Order order = opened(1_000, 1);
            assertThat(decided(order, bank.approves(order.orderId, order.amount))
                            .status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 5; i++) {
            Town.Order order = opened(1_000, 1);
            String key = bank.approves(order.orderId, order.amount);
            bank.breaks(fault("ERROR_BEFORE", order, "status", 403, "code", "REJECT_CARD_COMPANY"));
            assertThat(decided(order, key).status()).as("a refused card").isEqualTo(402);
        }
        assertThat(pulse().path("open").asBoolean()).isTrue();
        assertThat(pulse().path("troubledShare").asDouble())
                .as("refused cards are no trouble")
                .isZero();
        assertThat(pulse().path("p95Millis").asDouble()).isPositive();

        List<Town.Order> waiting =
                IntStream.range(0, 6).mapToObj(i -> opened(1_000, 1)).toList();
        waiting.forEach(order -> bank.breaks(fault("LATENCY", order, "call", "CONFIRM", "millis", 20_000)));
        waiting.parallelStream()
                .forEach(order -> assertThat(confirm(order, bank.approves(order.orderId, order.amount))
                                .status())
                        .isEqualTo(202));
        assertThat(pulse().path("p95Millis").asDouble())
                .as("it hangs, and has not answered yet")
                .isGreaterThan(3_900);
        bank.heal();

        List<Town.Order> unlucky =
                IntStream.range(0, 12).mapToObj(i -> opened(1_000, 1)).toList();
        bank.breaks(Map.of("kind", "ERROR_BEFORE", "call", "CONFIRM", "status", 401, "code", "UNAUTHORIZED_KEY"));
        bank.breaks(Map.of("kind", "ERROR_BEFORE", "call", "LOOKUP"));
        unlucky.forEach(order -> assertThat(decided(order, bank.approves(order.orderId, order.amount))
                        .status())
                .isEqualTo(503));
        JsonNode ill = pulse();
        assertThat(ill.path("open").asBoolean())
                .as("no payments are taken: %s", ill)
                .isFalse();
        assertThat(ill.path("troubledShare").asDouble()).as("%s", ill).isPositive();
        assertThat(ill.path("p95Millis").asDouble())
                .as("what failed at once is no fast one: %s", ill)
                .isGreaterThan(10_000);

        bank.heal();
        await().until(() -> pulse().path("open").asBoolean());
        await().atMost(Duration.ofSeconds(100))
                .until(() -> pulse().path("p95Millis").asDouble() < 10_000
                        && pulse().path("troubledShare").asDouble() == 0);
    }

    @Test
    void onlyServicesAreTold() {
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
