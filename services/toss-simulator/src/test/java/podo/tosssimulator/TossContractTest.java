package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class TossContractTest {

    @LocalServerPort
    int port;

    ShopClient shop;
    String order = ShopClient.newOrderId();

    @BeforeEach
    void open() {
        shop = new ShopClient(port);
    }

    @Test
    void moneyMovesOnlyWhenTheShopConfirms() throws Exception {
        String key = shop.approve(order, 132_000);
        assertThat(shop.get("/v1/payments/" + key).json().path("status").asString())
                .isEqualTo("IN_PROGRESS");
        assertThat(shop.get("/simulator/money?orderId=" + order).text()).isEqualTo("[]");

        JsonNode paid = shop.confirm(key, order, 132_000).json();

        assertThat(paid.path("status").asString()).isEqualTo("DONE");
        assertThat(paid.path("totalAmount").asLong()).isEqualTo(132_000);
        assertThat(paid.path("vat").asLong()).isEqualTo(12_000);
        assertThat(paid.path("suppliedAmount").asLong()).isEqualTo(120_000);
        assertThat(paid.path("approvedAt").asString()).endsWith("+09:00");
        assertThat(shop.get("/v1/payments/orders/" + order)
                        .json()
                        .path("paymentKey")
                        .asString())
                .isEqualTo(key);
        assertThat(shop.get("/simulator/money?orderId=" + order)
                        .json()
                        .get(0)
                        .path("captured")
                        .asLong())
                .isEqualTo(132_000);
    }

    @Test
    void capturesAndCancelsAreListedPageByPageInOrder() throws Exception {
        Instant began = Instant.now().minusSeconds(60);
        for (int i = 0; i < 3; i++) {
            String each = ShopClient.newOrderId();
            shop.confirm(shop.approve(each, 1_000 + i), each, 1_000 + i);
        }
        String key = shop.approve(order, 9_000);
        shop.confirm(key, order, 9_000);
        shop.cancel(key, 4_000L);

        List<JsonNode> all = new ArrayList<>();
        String after = "";
        for (JsonNode page = transactions(began, after); !page.isEmpty(); page = transactions(began, after)) {
            assertThat(page.size()).isLessThanOrEqualTo(2);
            page.forEach(all::add);
            after = "&startingAfter=" + all.getLast().path("transactionKey").asString();
        }
        assertThat(all.stream().map(line -> line.path("transactionKey").asString()))
                .doesNotHaveDuplicates();
        assertThat(all.stream()
                        .filter(line -> line.path("orderId").asString().equals(order))
                        .map(line -> line.path("status").asString() + " "
                                + line.path("amount").asLong()))
                .containsExactly("DONE 9000", "PARTIAL_CANCELED -4000");
        assertThat(shop.get("/v1/transactions").status()).isEqualTo(400);
        assertThat(shop.get("/v1/transactions?startDate=2020-01-01T00:00:00&endDate=2020-01-02T00:00:00")
                        .text())
                .isEqualTo("[]");
    }

    private JsonNode transactions(Instant from, String after) throws Exception {
        DateTimeFormatter seoul =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));
        return shop.get("/v1/transactions?limit=2&startDate=" + seoul.format(from) + "&endDate="
                        + seoul.format(from.plus(Duration.ofDays(400))) + after)
                .json();
    }

    @Test
    void theSameIdempotencyKeyGetsTheSameFirstAnswer() throws Exception {
        String key = shop.approve(order, 1_000);

        ShopClient.Reply first = shop.confirm(key, order, 1_000, "Idempotency-Key", "k-" + order);
        ShopClient.Reply repeat = shop.confirm(key, order, 1_000, "Idempotency-Key", "k-" + order);

        assertThat(repeat).isEqualTo(first);
        assertThat(shop.confirm(key, order, 1_000).code()).isEqualTo("ALREADY_PROCESSED_PAYMENT");
        shop.advanceClock(Duration.ofDays(15).plusMinutes(1));
        assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", "k-" + order)
                        .code())
                .isEqualTo("ALREADY_PROCESSED_PAYMENT");
    }

    @Test
    void aKeyReusedForAnotherOrderReturnsTheFirstOrdersAnswer() throws Exception {
        String other = ShopClient.newOrderId();
        String key = shop.approve(order, 1_000);
        String otherKey = shop.approve(other, 1_000);

        shop.confirm(key, order, 1_000, "Idempotency-Key", "k-" + order);
        ShopClient.Reply second = shop.confirm(otherKey, other, 1_000, "Idempotency-Key", "k-" + order);

        assertThat(second.json().path("orderId").asString()).isEqualTo(order);
        assertThat(shop.get("/simulator/money?orderId=" + other).text()).isEqualTo("[]");
    }

    @Test
    void oneOrderIsChargedOnceEvenWithTwoPaymentKeys() throws Exception {
        String one = shop.approve(order, 1_000);
        String two = shop.approve(order, 1_000);

        assertThat(shop.confirm(one, order, 1_000).status()).isEqualTo(200);
        assertThat(shop.confirm(two, order, 1_000).code()).isEqualTo("DUPLICATED_ORDER_ID");
    }

    @Test
    void aConfirmMustComeWithinTenMinutes() throws Exception {
        String key = shop.approve(order, 1_000);
        shop.advanceClock(Duration.ofMinutes(10).plusSeconds(1));

        ShopClient.Reply late = shop.confirm(key, order, 1_000);

        assertThat(late.status()).isEqualTo(404);
        assertThat(late.code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
        assertThat(shop.get("/v1/payments/" + key).json().path("status").asString())
                .isEqualTo("EXPIRED");
    }

    @Test
    void anotherAmountOrderOrKeyIsRefused() throws Exception {
        String key = shop.approve(order, 1_000);

        assertThat(shop.confirm(key, order, 999).code()).isEqualTo("INVALID_REQUEST");
        assertThat(shop.confirm(key, ShopClient.newOrderId(), 1_000).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
        assertThat(shop.confirm("sim_nobody", order, 1_000).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
        assertThat(shop.get("/v1/payments/sim_nobody").code()).isEqualTo("NOT_FOUND_PAYMENT");
        assertThat(shop.get("/v1/payments/orders/nobody-knows").status()).isEqualTo(404);
    }

    @Test
    void aDeclinedConfirmHasACodeAndTheNextPaymentSucceeds() throws Exception {
        String bad = shop.actAsBuyer(order, 1_000, "decline", "REJECT_CARD_COMPANY")
                .json()
                .path("paymentKey")
                .asString();

        ShopClient.Reply declined = shop.confirm(bad, order, 1_000);

        assertThat(declined.status()).isEqualTo(403);
        assertThat(declined.code()).isEqualTo("REJECT_CARD_COMPANY");
        JsonNode seen = shop.get("/v1/payments/" + bad).json();
        assertThat(seen.path("status").asString()).isEqualTo("ABORTED");
        assertThat(seen.path("failure").path("code").asString()).isEqualTo("REJECT_CARD_COMPANY");
        String good = shop.approve(order, 1_000);
        assertThat(shop.confirm(good, order, 1_000).status()).isEqualTo(200);
    }

    @Test
    void partialCancelsAddUp() throws Exception {
        String key = shop.approve(order, 3_000);
        shop.confirm(key, order, 3_000);

        JsonNode once = shop.cancel(key, 1_000L).json();
        assertThat(once.path("status").asString()).isEqualTo("PARTIAL_CANCELED");
        assertThat(once.path("balanceAmount").asLong()).isEqualTo(2_000);
        assertThat(once.path("totalAmount").asLong()).isEqualTo(3_000);
        assertThat(shop.cancel(key, 1_000L).code()).isEqualTo("FORBIDDEN_CONSECUTIVE_REQUEST");
        shop.advanceClock(Duration.ofSeconds(2));
        assertThat(shop.cancel(key, 2_001L).code()).isEqualTo("NOT_CANCELABLE_AMOUNT");
        JsonNode all = shop.cancel(key, null).json();
        assertThat(all.path("status").asString()).isEqualTo("CANCELED");
        assertThat(all.path("balanceAmount").asLong()).isZero();
        assertThat(all.path("cancels")).hasSize(2);
        shop.advanceClock(Duration.ofSeconds(2));
        assertThat(shop.cancel(key, null).code()).isEqualTo("ALREADY_CANCELED_PAYMENT");
        assertThat(shop.get("/simulator/money?orderId=" + order)
                        .json()
                        .get(0)
                        .path("refunded")
                        .asLong())
                .isEqualTo(3_000);
    }

    @Test
    void aVirtualAccountWaitsForItsDeposit() throws Exception {
        String key = accountFor(order);

        JsonNode waiting = shop.confirm(key, order, 5_000).json();
        assertThat(waiting.path("status").asString()).isEqualTo("WAITING_FOR_DEPOSIT");
        assertThat(waiting.path("approvedAt").isNull()).isTrue();
        assertThat(waiting.path("virtualAccount").path("dueDate").asString()).endsWith("+09:00");
        assertThat(shop.get("/simulator/money?orderId=" + order).text()).isEqualTo("[]");
        assertThat(shop.post("/simulator/payments/" + key + "/deposit", "", Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(shop.get("/v1/payments/" + key).json().path("status").asString())
                .isEqualTo("DONE");
        assertThat(shop.post("/simulator/payments/" + key + "/deposit", "", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aVirtualAccountIsClosedOnlyAsAWholeOrByTime() throws Exception {
        String key = accountFor(order);
        shop.confirm(key, order, 5_000);
        assertThat(shop.cancel(key, 1_000L).code()).isEqualTo("NOT_CANCELABLE_AMOUNT");
        JsonNode closed = shop.cancel(key, null).json();
        assertThat(closed.path("status").asString()).isEqualTo("CANCELED");
        assertThat(shop.get("/simulator/money?orderId=" + order).text()).isEqualTo("[]");

        String other = ShopClient.newOrderId();
        String expired = accountFor(other);
        shop.confirm(expired, other, 5_000);
        shop.advanceClock(Duration.ofDays(7).plusSeconds(1));
        assertThat(shop.get("/v1/payments/" + expired).json().path("status").asString())
                .isEqualTo("EXPIRED");
    }

    private String accountFor(String orderId) throws Exception {
        Map<String, Object> request = Map.of("orderId", orderId, "amount", 5_000, "method", "virtual_account");
        return shop.post("/simulator/payments", request, Map.of())
                .json()
                .path("paymentKey")
                .asString();
    }

    @Test
    void whatWasNotCapturedCannotBeCancelled() throws Exception {
        String key = shop.approve(order, 1_000);

        assertThat(shop.cancel(key, null).code()).isEqualTo("NOT_CANCELABLE_PAYMENT");
        assertThat(shop.cancel("sim_nobody", null).code()).isEqualTo("NOT_FOUND_PAYMENT");
    }

    @Test
    void onlyTheShopsKeyIsAcceptedAndTheColonIsRequired() throws Exception {
        Map<String, Object> request = Map.of("paymentKey", "k", "orderId", order, "amount", 1);

        assertThat(shop.post("/v1/payments/confirm", request, Map.of()).status())
                .isEqualTo(401);
        Map<String, String> noColon = Map.of("Authorization", ShopClient.basic("test_sk_podo"));
        assertThat(shop.post("/v1/payments/confirm", request, noColon).code()).isEqualTo("INCORRECT_BASIC_AUTH_FORMAT");
        Map<String, String> stranger = Map.of("Authorization", ShopClient.basic("test_sk_other:"));
        assertThat(shop.post("/v1/payments/confirm", request, stranger).code()).isEqualTo("UNAUTHORIZED_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"orderId\":\"x\"}", "[]", "{\"paymentKey\":\"a\",\"orderId\":\"b\",\"amount\":\"c\"}"})
    void anUnreadableConfirmIsRefused(String body) throws Exception {
        Map<String, String> key = Map.of("Authorization", ShopClient.basic("test_sk_podo:"));

        assertThat(shop.post("/v1/payments/confirm", body, key).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void theTestCodeIsAnsweredBeforeThePaymentKeyIsLookedAt() throws Exception {
        ShopClient.Reply reply =
                shop.confirm("sim_nobody", order, 1, "TossPayments-Test-Code", "FAILED_INTERNAL_SYSTEM_PROCESSING");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("FAILED_INTERNAL_SYSTEM_PROCESSING");
    }
}
