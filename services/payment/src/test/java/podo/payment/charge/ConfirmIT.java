package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podo.contracts.reservation.BookingStatus;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;

class ConfirmIT extends PaymentServiceFixture {

    @Test
    void aFanPaysOnceAndGetsTheSameAnswerAgain() {
        NeighbourServices.Order order = neighbours.order(fan, 132_000, 2);

        Reply opened = open(order);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.paymentStatus()).isEqualTo("READY");
        assertThat(opened.body().path("amount").asLong()).isEqualTo(132_000);
        assertThat(opened.body().path("windowUrl").asString())
                .contains("orderId=" + order.orderId, "amount=132000", "successUrl=", "lang=");
        assertThat(open(order).status()).isEqualTo(200);

        String key = bank.approve(order.orderId, order.amount);
        Reply paid = confirmUntilDecided(order, key);

        assertThat(paid.status()).as("%s", paid.body()).isEqualTo(200);
        assertThat(paid.paymentStatus()).isEqualTo("PAID");
        assertThat(order.isPinned()).isTrue();
        assertThat(confirm(order, key)).isEqualTo(paid);
        assertThat(read(order).body()).isEqualTo(paid.body());
        assertThat(bank.captured(order.orderId)).isEqualTo(132_000);
        assertThat(ledger(order)).containsExactly(Map.of("kind", "CAPTURED", "amount", 132_000L));
    }

    @Test
    void anotherAmountIsRefusedAndNothingIsCharged() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String key = bank.approve(order.orderId, 1);

        Reply refused = confirm(order, key, 1, fan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("amount-mismatch");
        assertThat(status(order)).isEqualTo("READY");
        assertThat(bank.captured(order.orderId)).isZero();
    }

    @Test
    void aPaidOrderLeadsToNoPaymentWindowAndKeepsItsAnswer() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String second = bank.approve(order.orderId, order.amount);
        String first = bank.approve(order.orderId, order.amount);
        assertThat(confirmUntilDecided(order, first).paymentStatus()).isEqualTo("PAID");

        Reply again = open(order);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.paymentStatus()).isEqualTo("PAID");
        assertThat(again.body().path("windowUrl").isNull()).isTrue();
        assertThat(confirm(order, second).paymentStatus()).isEqualTo("PAID");
        assertThat(confirm(order, first, 1, fan).problem()).isEqualTo("amount-mismatch");
        assertThat(bank.captured(order.orderId)).isEqualTo(50_000);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,hold-lapsed", "CANCELLED,order-closed", "REFUNDED,order-closed"})
    void anOrderWhoseBookingEndedLeadsToNoPaymentWindow(BookingStatus status, String problem) {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        order.setBookingStatus(status);

        Reply refused = open(order);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(status(order)).isEqualTo("READY");
    }

    @Test
    void aLapsedHoldIsNeverCharged() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String key = bank.approve(order.orderId, order.amount);
        order.lapse();

        Reply refused = confirmUntilDecided(order, key);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("hold-lapsed");
        assertThat(bank.captured(order.orderId)).isZero();
        assertThat(confirm(order, key).problem()).isEqualTo("hold-lapsed");
    }

    @Test
    void aDeclinedFanGetsTheCodeAndPaysAtTheSecondTry() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String bad = bank.actAsBuyer(order.orderId, order.amount, "decline", "REJECT_CARD_COMPANY");

        Reply declined = confirmUntilDecided(order, bad);

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.problem()).isEqualTo("payment-declined");
        assertThat(declined.body().path("code").asString()).isEqualTo("REJECT_CARD_COMPANY");
        assertThat(order.isPinned()).isFalse();
        assertThat(status(order)).isEqualTo("FAILED");
        assertThat(confirmUntilDecided(order, bad)).isEqualTo(declined);

        String good = bank.approve(order.orderId, order.amount);
        assertThat(confirmUntilDecided(order, good).paymentStatus()).isEqualTo("PAID");
        assertThat(bank.captured(order.orderId)).isEqualTo(50_000);
    }

    @Test
    void anUnknownPaymentKeyIsADecline() {
        NeighbourServices.Order order = openedOrder(50_000, 1);

        assertThat(confirmUntilDecided(order, "sim_unknown").status()).isEqualTo(402);
        assertThat(confirmUntilDecided(order, "sim_unknown").body().path("code").asString())
                .isEqualTo("NOT_FOUND_PAYMENT_SESSION");
    }

    @Test
    void anotherFansOrderIsNotFound() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String key = bank.approve(order.orderId, order.amount);

        assertThat(post("/api/payments", Map.of("orderId", order.orderId), fan + 1)
                        .status())
                .isEqualTo(404);
        assertThat(confirm(order, key, order.amount, fan + 1).status()).isEqualTo(404);
        assertThat(get("/api/payments/" + order.orderId, fan + 1, false).status())
                .isEqualTo(404);
        assertThat(get("/api/payments/" + order.orderId, null, false).status()).isEqualTo(401);
        assertThat(post("/api/payments", Map.of("orderId", "podo-unknown"), fan).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"paymentKey\":\"\",\"orderId\":\"x\",\"amount\":1}",
                "{\"paymentKey\":\"열쇠\",\"orderId\":\"x\",\"amount\":1}",
                "{\"paymentKey\":\"a\",\"orderId\":\"x\",\"amount\":-1}",
                "{\"paymentKey\":\"a\",\"orderId\":\"x\",\"amount\":\"viel\"}"
            })
    void invalidInputIsRefused(String body) {
        Reply refused = post("/api/payments/confirm", body, fan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isIn("invalid", "malformed");
    }

    @Test
    void tenConcurrentConfirmsAreOneCharge() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        List<String> keys = IntStream.range(0, 10)
                .mapToObj(i -> bank.approve(order.orderId, order.amount))
                .toList();

        List<CompletableFuture<Reply>> tabs = keys.stream()
                .map(key -> CompletableFuture.supplyAsync(() -> confirm(order, key)))
                .toList();

        assertThat(tabs).allSatisfy(tab -> assertThat(tab.join().status()).isIn(200, 202));
        await().until(() -> status(order).equals("PAID"));
        assertThat(bank.captured(order.orderId)).isEqualTo(50_000);
        assertThat(ledger(order)).hasSize(1);
    }

    @Test
    void aSlowBankMeansCheckingUntilItAnswers() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String key = bank.approve(order.orderId, order.amount);
        bank.setFault(fault("LATENCY", order, "millis", 5_000));

        Reply unknown = confirm(order, key);

        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.paymentStatus()).isEqualTo("CHECKING");
        assertThat(open(order).body().path("windowUrl").isNull()).isTrue();
        await().until(() -> status(order).equals("PAID"));
        assertThat(bank.captured(order.orderId)).isEqualTo(50_000);
    }

    @Test
    void withoutInventoryNothingIsChargedAndTheNextTrySucceeds() {
        NeighbourServices.Order order = openedOrder(50_000, 1);
        String key = bank.approve(order.orderId, order.amount);
        neighbours.inventoryUnavailable(true);

        assertThat(confirmUntilDecided(order, key).status()).isEqualTo(503);
        assertThat(bank.captured(order.orderId)).isZero();

        neighbours.inventoryUnavailable(false);
        assertThat(confirmUntilDecided(order, key).paymentStatus()).isEqualTo("PAID");
    }
}
