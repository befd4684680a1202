package podo.payment.restored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.payment.PaymentReturned;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** The bank is ahead of the books, as it is after a restore. */
class LostPaymentsIT extends PaymentServiceFixture {

    private static final List<PaymentReturned> RETURNED = new CopyOnWriteArrayList<>();

    static {
        TestKafka.listen(PaymentMessage.TOPIC, "lost-payments-" + UUID.randomUUID(), (type, json) -> {
            if (type.equals("PaymentReturned")) {
                RETURNED.add(JsonMapper.shared().readValue(json, PaymentReturned.class));
            }
        });
    }

    @Autowired
    LostPayments lostPayments;

    @Test
    void whoPaidForALostOrderGetsTheMoneyBackAndIsTold() {
        String orderId = neighbours.lostOrder(fan);
        bank.confirmDirectly(bank.approve(orderId, 50_000), orderId, 50_000);

        settle();
        settle();

        await().until(() -> bank.refunded(orderId) == 50_000);
        await().until(() ->
                RETURNED.stream().anyMatch(message -> message.orderId().equals(orderId)));
        assertThat(RETURNED.stream().filter(message -> message.orderId().equals(orderId)))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.fanId()).isEqualTo(fan);
                    assertThat(message.amount()).isEqualTo(50_000);
                });
        await().until(() -> movements(orderId).size() == 2);
        assertThat(movements(orderId)).containsExactly("CAPTURED 50000", "REFUNDED 50000");
        assertThat(audit()).isEmpty();
    }

    @Test
    void moneyOfAnOrderWhoseFanIsLostTooGoesBack() {
        String orderId = "podo-" + UUID.randomUUID();
        bank.confirmDirectly(bank.approve(orderId, 40_000), orderId, 40_000);

        settle();

        await().until(() -> bank.refunded(orderId) == 40_000);
        await().until(() -> movements(orderId).size() == 2);
        assertThat(audit()).isEmpty();
    }

    @Test
    void anOrderThatTheBooksKnowIsBooked() {
        NeighbourServices.Order order = openedOrder(60_000, 2);
        bank.confirmDirectly(bank.approve(order.orderId, 60_000), order.orderId, 60_000);

        settle();

        await().until(() -> status(order).equals("PAID"));
        await().until(() -> neighbours.tickets(order) == 2);
        assertThat(bank.refunded(order.orderId)).isZero();
        assertThat(audit()).isEmpty();
    }

    @Test
    void whatTheBooksHaveIsLeftAlone() {
        NeighbourServices.Order order = paidOrder(30_000, 1);

        settle();

        assertThat(status(order)).isEqualTo("PAID");
        assertThat(ledger(order)).containsExactly(Map.of("kind", "CAPTURED", "amount", 30_000L));
        assertThat(bank.refunded(order.orderId)).isZero();
    }

    @Test
    void whoGotAllMoneyBackAfterTheBackupHasNoTickets() {
        NeighbourServices.Order order = paidOrder(30_000, 1);
        bank.cancelDirectly(jdbc.sql("SELECT payment_key FROM payment WHERE order_id = ?")
                .param(order.orderId)
                .query(String.class)
                .single());

        settle();

        await().until(() -> status(order).equals("CANCELLED"));
        await().until(() -> !neighbours.hasSoldAllSeatsTo(order));
        assertThat(ledger(order))
                .containsExactly(
                        Map.of("kind", "CAPTURED", "amount", 30_000L), Map.of("kind", "REFUNDED", "amount", 30_000L));
        assertThat(audit()).isEmpty();
    }

    /** Each call as after the restore of another backup. */
    private void settle() {
        lostPayments.settle(Instant.now().minusSeconds(60));
    }

    private List<String> movements(String orderId) {
        return jdbc.sql("SELECT CONCAT(kind, ' ', amount) FROM ledger_entry WHERE order_id = ? ORDER BY id")
                .param(orderId)
                .query(String.class)
                .list();
    }
}
