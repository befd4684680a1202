package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.payment.AtTheCounter;
import podo.payment.Town;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;

/** The lock is the doorman, the database is the judge: take the doorman away and an order is still charged once. */
class WithoutRedisIT extends AtTheCounter {

    @BeforeEach
    void redisStalls() {
        TestServers.process(RealServer.REDIS).freeze();
    }

    @AfterEach
    void redisComesBack() {
        TestServers.process(RealServer.REDIS).thaw();
    }

    @Test
    void tenTabsAreStillOneCharge() {
        Town.Order order = opened(50_000, 2);
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
}
