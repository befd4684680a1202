package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;

/** Without Redis there are no seat locks, and the database still lets an order be charged only once. */
class WithoutRedisIT extends PaymentServiceFixture {

    @BeforeEach
    void redisStalls() {
        TestServers.process(RealServer.REDIS).freeze();
    }

    @AfterEach
    void redisComesBack() {
        TestServers.process(RealServer.REDIS).thaw();
    }

    @Test
    void tenConcurrentConfirmsAreStillOneCharge() {
        NeighbourServices.Order order = openedOrder(50_000, 2);
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
}
