package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnSimulator
class FaultPanelTest {

    @LocalServerPort
    int port;

    Shop shop;
    String order = Shop.freshOrder();
    String key;

    @BeforeEach
    void aBuyerHasAgreed() throws Exception {
        shop = new Shop(port);
        key = shop.buyerApproves(order, 1_000);
    }

    @Test
    void theAnswerIsLostAfterTheCapture() throws Exception {
        shop.breaks(Map.of("kind", "LOST_AFTER", "orderId", order, "count", 1));

        assertThatThrownBy(() -> shop.confirm(key, order, 1_000, "Idempotency-Key", order))
                .isInstanceOf(IOException.class);

        assertThat(status()).isEqualTo("DONE");
        assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", order).status())
                .isEqualTo(200);
    }

    @Test
    void theCallIsLostBeforeTheCapture() throws Exception {
        shop.breaks(Map.of("kind", "LOST_BEFORE", "orderId", order, "count", 1));

        assertThatThrownBy(() -> shop.confirm(key, order, 1_000)).isInstanceOf(IOException.class);

        assertThat(status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void aConfirmCanStillBeOnItsWayAndItsRepeatIsInFlight() throws Exception {
        shop.breaks(Map.of("kind", "LATE", "orderId", order, "count", 1, "millis", 700));

        assertThatThrownBy(() -> shop.confirm(key, order, 1_000, "Idempotency-Key", order))
                .isInstanceOf(IOException.class);

        assertThat(status()).isEqualTo("IN_PROGRESS");
        assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", order).code())
                .isEqualTo("IDEMPOTENT_REQUEST_PROCESSING");
        await().until(() -> status().equals("DONE"));
        assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", order).status())
                .isEqualTo(200);
    }

    @Test
    void anErrorAfterTheCaptureIsNoFailure() throws Exception {
        shop.breaks(Map.of("kind", "ERROR_AFTER", "orderId", order, "count", 1, "status", 502));

        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(502);
        assertThat(status()).isEqualTo("DONE");
    }

    @Test
    void anErrorBeforeTheCaptureChangesNothing() throws Exception {
        shop.breaks(Map.of("kind", "ERROR_BEFORE", "orderId", order, "count", 1, "status", 429));

        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(429);
        assertThat(status()).isEqualTo("IN_PROGRESS");
        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(200);
    }

    @Test
    void garbageAndAWrongAmountCanBeAnswered() throws Exception {
        shop.breaks(Map.of("kind", "WRONG_AMOUNT", "orderId", order, "count", 1));
        assertThat(shop.confirm(key, order, 1_000).json().path("totalAmount").asLong())
                .isNotEqualTo(1_000);

        shop.breaks(Map.of("kind", "GARBAGE", "call", "LOOKUP", "orderId", order, "count", 1));
        assertThat(shop.get("/v1/payments/" + key).text()).startsWith("<html>");
    }

    @Test
    void theSessionCanBeOver() throws Exception {
        shop.breaks(Map.of("kind", "EXPIRED", "orderId", order));

        assertThat(shop.confirm(key, order, 1_000).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
    }

    @Test
    void aFaultOfOneOrderLeavesTheOthersAlone() throws Exception {
        shop.breaks(Map.of("kind", "ERROR_BEFORE", "orderId", Shop.freshOrder()));

        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(200);
    }

    @Test
    void aSillyFaultIsRefused() throws Exception {
        assertThat(shop.post("/simulator/faults", Map.of("share", 2), Map.of()).status())
                .isEqualTo(400);
        assertThat(shop.post("/simulator/faults", Map.of("kind", "BOOM"), Map.of())
                        .status())
                .isEqualTo(400);
    }

    private String status() throws Exception {
        return shop.get("/v1/payments/" + key).json().path("status").asString();
    }
}
