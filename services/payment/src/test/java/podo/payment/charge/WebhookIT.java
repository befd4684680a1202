package podo.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.payment.AtTheCounter;
import podo.payment.Town;

/** The bank's own webhooks, as the fault panel bends them: each is a reason to look, and none is believed. */
class WebhookIT extends AtTheCounter {

    @Autowired
    ChargeAttempts attempts;

    @AfterEach
    void heal() {
        bank.heal();
    }

    @Test
    void twiceAndBeforeTheAnswerIsOnePurchase() {
        Town.Order order = heardOrder();
        bank.breaks(fault("WEBHOOK_EARLY", order));
        bank.breaks(fault("WEBHOOK_DUPLICATED", order));

        decided(order, bank.approves(order.orderId, order.amount));

        await().until(() -> order.webhooks() == 2);
        endsPaid(order);
    }

    @Test
    void anOldRefusalThatOvertakesNothingBringsNothingDown() {
        Town.Order order = heardOrder();
        bank.breaks(fault("WEBHOOK_REORDERED", order));

        decided(order, bank.buyer(order.orderId, order.amount, "decline", null));
        decided(order, bank.approves(order.orderId, order.amount));

        await().until(() -> order.webhooks() == 2);
        endsPaid(order);
    }

    @Test
    void whoNeverHearsOneLooksAndFindsTheMoney() {
        Town.Order order = heardOrder();
        bank.breaks(fault("WEBHOOK_LOST", order));
        bank.breaks(fault("LOST_AFTER", order));

        decided(order, bank.approves(order.orderId, order.amount));

        endsPaid(order);
        assertThat(order.webhooks()).isZero();
    }

    @Test
    void aForgedOneBeforeTheRedirectIsNotBelieved() {
        Town.Order order = heardOrder();
        bank.breaks(fault("WEBHOOK_FORGED", order));

        String key = bank.approves(order.orderId, order.amount);

        await().until(() -> order.webhooks() == 1);
        await().until(() -> unlooked(order) == 0);
        assertThat(status(order)).isEqualTo("READY");
        assertThat(bank.captured(order.orderId)).isZero();
        decided(order, key);
        endsPaid(order);
    }

    @Test
    void aHintWhileTheBankIsBeingAskedStartsNoSecondAsking() {
        Town.Order order = opened(10_000, 1);
        order.pinsFor(Duration.ofMillis(300));
        bank.breaks(fault("LOST_AFTER", order, "count", 5));
        bank.breaks(fault("LATENCY", order, "call", "LOOKUP", "millis", 2_500));
        confirm(order, bank.approves(order.orderId, order.amount));
        await().until(() -> isUnpinned(order) && isClaimed(order));

        Map<String, String> data = Map.of("orderId", order.orderId, "status", "DONE");
        post("/api/payments/webhooks/toss", Map.of("eventType", "PAYMENT_STATUS_CHANGED", "data", data), null);
        await().until(() -> unlooked(order) == 0);

        assertThat(attempts.claim(64)).noneMatch(attempt -> attempt.orderId().equals(order.orderId));
        endsPaid(order);
    }

    @Test
    void whatTheBanksDeskGaveBackBeforeWeHeardOfItIsWrittenDownAndNotTicketed() {
        Town.Order order = opened(10_000, 1);
        order.pinsFor(Duration.ofMillis(300));
        bank.breaks(fault("LOST_AFTER", order, "count", 1_000));
        bank.breaks(fault("ERROR_BEFORE", order, "call", "LOOKUP", "count", 1_000));
        String key = bank.approves(order.orderId, order.amount);
        confirm(order, key);
        await().until(() -> isUnpinned(order) && bank.captured(order.orderId) == 10_000);

        bank.givesBack(key);
        bank.heal();

        await().until(() -> status(order).equals("FAILED"));
        assertThat(ledger(order))
                .containsExactly(
                        Map.of("kind", "CAPTURED", "amount", 10_000L), Map.of("kind", "REFUNDED", "amount", 10_000L));
        assertThat(town.tickets(order)).isZero();
        assertThat(audit()).isEmpty();
    }

    private Town.Order heardOrder() {
        Town.Order order = opened(10_000, 1);
        order.hearsTheBank();
        return order;
    }

    private void endsPaid(Town.Order order) {
        await().until(() -> status(order).equals("PAID") && town.tickets(order) == 1);
        assertThat(bank.captured(order.orderId)).isEqualTo(10_000);
        assertThat(ledger(order)).hasSize(1);
        assertThat(audit()).isEmpty();
    }

    /** From now on the bank is only looked at, and says what is so now. */
    private boolean isUnpinned(Town.Order order) {
        return is(order, "pinned_until < UTC_TIMESTAMP(6)");
    }

    private boolean isClaimed(Town.Order order) {
        return is(order, "claimed_until IS NOT NULL");
    }

    private boolean is(Town.Order order, String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE order_id = ? AND state = 'UNKNOWN' AND " + condition)
                        .param(order.orderId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int unlooked(Town.Order order) {
        return jdbc.sql("SELECT COUNT(*) FROM webhook WHERE order_id = ? AND look_at IS NOT NULL")
                .param(order.orderId)
                .query(Integer.class)
                .single();
    }
}
