package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podo.payment.AtTheCounter;
import podo.payment.Town;

class BankAwayIT extends AtTheCounter {

    @AfterEach
    void heal() {
        bank.heal();
        await().until(() -> post("/api/payments", Map.of("orderId", town.order(fan, 1_000, 1).orderId), fan)
                        .status()
                == 201);
    }

    @Test
    void whenTheBankIsNotWellCheckoutSaysSoBeforeAnythingIsTouched() {
        Town.Order early = opened(1_000, 1);
        List<Town.Order> unlucky =
                IntStream.range(0, 12).mapToObj(i -> opened(1_000, 1)).toList();
        bank.breaks(Map.of("kind", "ERROR_BEFORE", "call", "CONFIRM"));
        bank.breaks(Map.of("kind", "ERROR_BEFORE", "call", "LOOKUP"));
        unlucky.forEach(order -> confirm(order, bank.approves(order.orderId, order.amount)));

        Town.Order next = town.order(fan, 1_000, 1);
        await().until(() -> open(next).status() == 503);
        assertThat(open(next).problem()).isEqualTo("payments-unavailable");
        Reply refused = decided(early, bank.approves(early.orderId, early.amount));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(early.isPinned()).isFalse();
        assertThat(status(early)).isEqualTo("READY");

        bank.heal();
        await().until(() -> open(next).status() == 201);
        for (Town.Order order : unlucky) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !status(order).equals("CHECKING"));
        }
        assertThat(unlucky)
                .as("those that were asked about are paid, the others were never touched")
                .allSatisfy(order -> assertThat(bank.captured(order.orderId))
                        .isEqualTo(status(order).equals("PAID") ? order.amount : 0));
        assertThat(audit()).isEmpty();
    }

    @Test
    void aKeyThatTheBankRefusesIsOurFaultAndNotTheFans() {
        paid(1_000, 1);
        Town.Order order = opened(1_000, 1);
        String key = bank.approves(order.orderId, order.amount);
        bank.breaks(fault("ERROR_BEFORE", order, "status", 401, "code", "UNAUTHORIZED_KEY", "count", 1_000));

        Reply refused = decided(order, key);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("payments-unavailable");
        assertThat(status(order)).isEqualTo("READY");
        bank.heal();
        await().until(() -> confirm(order, key).paymentStatus().equals("PAID"));
    }
}
