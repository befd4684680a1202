package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;

class BankAwayIT extends PaymentServiceFixture {

    @AfterEach
    void removeFaults() {
        bank.removeFaults();
        await().until(() -> post("/api/payments", Map.of("orderId", neighbours.order(fan, 1_000, 1).orderId), fan)
                        .status()
                == 201);
    }

    @Test
    void whileTheBreakerIsOpenCheckoutAnswers503AndPinsNothing() {
        NeighbourServices.Order early = openedOrder(1_000, 1);
        List<NeighbourServices.Order> unlucky =
                IntStream.range(0, 12).mapToObj(i -> openedOrder(1_000, 1)).toList();
        bank.setFault(Map.of("kind", "ERROR_BEFORE", "call", "CONFIRM"));
        bank.setFault(Map.of("kind", "ERROR_BEFORE", "call", "LOOKUP"));
        unlucky.forEach(order -> confirm(order, bank.approve(order.orderId, order.amount)));

        NeighbourServices.Order next = neighbours.order(fan, 1_000, 1);
        await().until(() -> open(next).status() == 503);
        assertThat(open(next).problem()).isEqualTo("payments-unavailable");
        Reply refused = confirmUntilDecided(early, bank.approve(early.orderId, early.amount));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(early.isPinned()).isFalse();
        assertThat(status(early)).isEqualTo("READY");

        bank.removeFaults();
        await().until(() -> open(next).status() == 201);
        for (NeighbourServices.Order order : unlucky) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !status(order).equals("CHECKING"));
        }
        assertThat(unlucky)
                .as("sent attempts end paid, the others were not charged")
                .allSatisfy(order -> assertThat(bank.captured(order.orderId))
                        .isEqualTo(status(order).equals("PAID") ? order.amount : 0));
        assertThat(audit()).isEmpty();
    }

    @Test
    void aRejectedSecretKeyIs503AndNotADecline() {
        paidOrder(1_000, 1);
        NeighbourServices.Order order = openedOrder(1_000, 1);
        String key = bank.approve(order.orderId, order.amount);
        bank.setFault(fault("ERROR_BEFORE", order, "status", 401, "code", "UNAUTHORIZED_KEY", "count", 1_000));

        Reply refused = confirmUntilDecided(order, key);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("payments-unavailable");
        assertThat(status(order)).isEqualTo("READY");
        bank.removeFaults();
        await().until(() -> confirm(order, key).paymentStatus().equals("PAID"));
    }
}
