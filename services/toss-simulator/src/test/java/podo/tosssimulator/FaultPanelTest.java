package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SimulatorTest
class FaultPanelTest {

    @LocalServerPort
    int port;

    ShopClient shop;
    String order = ShopClient.newOrderId();
    String key;

    @BeforeEach
    void authenticateBuyer() throws Exception {
        shop = new ShopClient(port);
        key = shop.approve(order, 1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/simulator/clock    | {}",
                "/simulator/clock    | {\"advance\":null}",
                "/simulator/clock    | {\"advance\":\"soon\"}",
                "/simulator/clock    | {\"advance\":\"PT9999999999999H\"}",
                "/simulator/clock    | {\"advance\":\"-PT1H\"}",
                "/simulator/clock    | []",
                "/simulator/faults   | {}",
                "/simulator/faults   | {\"kind\":0}",
                "/simulator/faults   | {\"kind\":\"LATENCY\",\"millis\":-1}",
                "/simulator/faults   | {\"kind\":\"LATENCY\",\"millis\":1.5}",
                "/simulator/faults   | {\"kind\":\"ERROR_AFTER\",\"status\":9}",
                "/simulator/payments | {}",
                "/simulator/payments | {\"orderId\":\"..\",\"amount\":1000}",
                "/simulator/payments | {\"orderId\":\"podo-order-1\",\"amount\":1000.9}",
                "/simulator/payments | {\"orderId\":\"podo-order-1\",\"amount\":\"1000\"}",
                "/simulator/payments | {\"orderId\":\"podo-order-1\",\"amount\":1,\"amount\":2}",
                "/simulator/payments?x=%zz | {}"
            })
    void whatIsNotUnderstoodIsABadRequest(String path, String body) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace("%zz", "%ff")))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("json"));
    }

    @Test
    void theAnswerCanBeLostAfterTheCapture() throws Exception {
        shop.setFault(Map.of("kind", "LOST_AFTER", "orderId", order, "count", 1));

        assertThatThrownBy(() -> shop.confirm(key, order, 1_000, "Idempotency-Key", order))
                .isInstanceOf(IOException.class);

        assertThat(status()).isEqualTo("DONE");
        assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", order).status())
                .isEqualTo(200);
    }

    @Test
    void theCallCanBeLostBeforeTheCapture() throws Exception {
        shop.setFault(Map.of("kind", "LOST_BEFORE", "orderId", order, "count", 1));

        assertThatThrownBy(() -> shop.confirm(key, order, 1_000)).isInstanceOf(IOException.class);

        assertThat(status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void aLateConfirmIsInFlightForItsRepeat() throws Exception {
        shop.setFault(Map.of("kind", "LATE", "orderId", order, "count", 1, "millis", 700));

        assertThatThrownBy(() -> shop.confirm(key, order, 1_000, "Idempotency-Key", order))
                .isInstanceOf(IOException.class);

        assertThat(status()).isEqualTo("IN_PROGRESS");
        assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", order).code())
                .isEqualTo("IDEMPOTENT_REQUEST_PROCESSING");
        await().until(() ->
                shop.confirm(key, order, 1_000, "Idempotency-Key", order).status() == 200);
        assertThat(status()).isEqualTo("DONE");
    }

    @Test
    void anErrorAfterTheCaptureLeavesItCaptured() throws Exception {
        shop.setFault(Map.of("kind", "ERROR_AFTER", "orderId", order, "count", 1, "status", 502));

        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(502);
        assertThat(status()).isEqualTo("DONE");
    }

    @Test
    void anErrorBeforeTheCaptureChangesNothing() throws Exception {
        shop.setFault(Map.of("kind", "ERROR_BEFORE", "orderId", order, "count", 1, "status", 429));

        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(429);
        assertThat(status()).isEqualTo("IN_PROGRESS");
        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(200);
    }

    @Test
    void garbageAndAWrongAmountCanBeAnswered() throws Exception {
        shop.setFault(Map.of("kind", "WRONG_AMOUNT", "orderId", order, "count", 1));
        assertThat(shop.confirm(key, order, 1_000).json().path("totalAmount").asLong())
                .isNotEqualTo(1_000);

        shop.setFault(Map.of("kind", "GARBAGE", "call", "LOOKUP", "orderId", order, "count", 1));
        assertThat(shop.get("/v1/payments/" + key).text()).startsWith("<html>");
    }

    @Test
    void thePaymentSessionCanExpire() throws Exception {
        shop.setFault(Map.of("kind", "EXPIRED", "orderId", order));

        assertThat(shop.confirm(key, order, 1_000).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
    }

    @Test
    void aFaultOfOneOrderLeavesTheOthersAlone() throws Exception {
        shop.setFault(Map.of("kind", "ERROR_BEFORE", "orderId", ShopClient.newOrderId()));

        assertThat(shop.confirm(key, order, 1_000).status()).isEqualTo(200);
    }

    @Test
    void anInvalidFaultIsRefused() throws Exception {
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
