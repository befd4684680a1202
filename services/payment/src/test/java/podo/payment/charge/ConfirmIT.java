package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.payment.AtTheCounter;
import podo.payment.Town;

class ConfirmIT extends AtTheCounter {

    @Test
    void theFanPaysOnceAndIsToldTheSameForEver() {
        Town.Order order = town.order(fan, 132_000, 2);

        Reply opened = open(order);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.paymentStatus()).isEqualTo("READY");
        assertThat(opened.body().path("amount").asLong()).isEqualTo(132_000);
        assertThat(opened.body().path("windowUrl").asString())
                .contains("orderId=" + order.orderId, "amount=132000", "successUrl=", "lang=");
        assertThat(open(order).status()).isEqualTo(200);

        String key = bank.approves(order.orderId, order.amount);
        Reply paid = decided(order, key);

        assertThat(paid.status()).as("%s", paid.body()).isEqualTo(200);
        assertThat(paid.paymentStatus()).isEqualTo("PAID");
        assertThat(order.isPinned()).isTrue();
        assertThat(confirm(order, key)).isEqualTo(paid);
        assertThat(look(order).body()).isEqualTo(paid.body());
        assertThat(bank.captured(order.orderId)).isEqualTo(132_000);
        assertThat(ledger(order)).containsExactly(Map.of("kind", "CAPTURED", "amount", 132_000L));
    }

    @Test
    void anotherAmountIsRefusedAndNothingIsCharged() {
        Town.Order order = opened(50_000, 1);
        String key = bank.approves(order.orderId, 1);

        Reply refused = confirm(order, key, 1, fan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("amount-mismatch");
        assertThat(status(order)).isEqualTo("READY");
        assertThat(bank.captured(order.orderId)).isZero();
    }

    @Test
    void aLapsedHoldIsNeverCharged() {
        Town.Order order = opened(50_000, 1);
        String key = bank.approves(order.orderId, order.amount);
        order.lapse();

        Reply refused = decided(order, key);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("hold-lapsed");
        assertThat(bank.captured(order.orderId)).isZero();
        assertThat(confirm(order, key).problem()).isEqualTo("hold-lapsed");
    }

    @Test
    void aDeclinedFanIsToldWhyAndPaysAtTheSecondTry() {
        Town.Order order = opened(50_000, 1);
        String bad = bank.buyer(order.orderId, order.amount, "decline", "REJECT_CARD_COMPANY");

        Reply declined = decided(order, bad);

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.problem()).isEqualTo("payment-declined");
        assertThat(declined.body().path("code").asString()).isEqualTo("REJECT_CARD_COMPANY");
        assertThat(order.isPinned()).isFalse();
        assertThat(status(order)).isEqualTo("FAILED");
        assertThat(decided(order, bad)).isEqualTo(declined);

        String good = bank.approves(order.orderId, order.amount);
        assertThat(decided(order, good).paymentStatus()).isEqualTo("PAID");
        assertThat(bank.captured(order.orderId)).isEqualTo(50_000);
    }

    @Test
    void anUnknownPaymentKeyIsADecline() {
        Town.Order order = opened(50_000, 1);

        assertThat(decided(order, "sim_nobody").status()).isEqualTo(402);
        assertThat(decided(order, "sim_nobody").body().path("code").asString()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
    }

    @Test
    void someoneElsesOrderIsNotThere() {
        Town.Order order = opened(50_000, 1);
        String key = bank.approves(order.orderId, order.amount);

        assertThat(post("/api/payments", Map.of("orderId", order.orderId), fan + 1)
                        .status())
                .isEqualTo(404);
        assertThat(confirm(order, key, order.amount, fan + 1).status()).isEqualTo(404);
        assertThat(get("/api/payments/" + order.orderId, fan + 1, false).status())
                .isEqualTo(404);
        assertThat(get("/api/payments/" + order.orderId, null, false).status()).isEqualTo(401);
        assertThat(post("/api/payments", Map.of("orderId", "podo-never-heard-of"), fan)
                        .status())
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
    void badInputIsRefusedInWords(String body) {
        Reply refused = post("/api/payments/confirm", body, fan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isIn("invalid", "malformed");
    }

    @Test
    void paidInTenTabsAtOnceIsChargedOnce() {
        Town.Order order = opened(50_000, 1);
        List<String> keys = IntStream.range(0, 10)
                .mapToObj(i -> bank.approves(order.orderId, order.amount))
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
    void aSlowBankLeavesTheFanCheckingUntilItAnswers() {
        Town.Order order = opened(50_000, 1);
        String key = bank.approves(order.orderId, order.amount);
        bank.breaks(fault("LATENCY", order, "millis", 5_000));

        Reply unknown = confirm(order, key);

        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.paymentStatus()).isEqualTo("CHECKING");
        await().until(() -> status(order).equals("PAID"));
        assertThat(bank.captured(order.orderId)).isEqualTo(50_000);
    }

    @Test
    void withoutInventoryNothingIsChargedAndTheNextTryWorks() {
        Town.Order order = opened(50_000, 1);
        String key = bank.approves(order.orderId, order.amount);
        town.inventoryAway(true);

        assertThat(decided(order, key).status()).isEqualTo(503);
        assertThat(bank.captured(order.orderId)).isZero();

        town.inventoryAway(false);
        assertThat(decided(order, key).paymentStatus()).isEqualTo("PAID");
    }
}
