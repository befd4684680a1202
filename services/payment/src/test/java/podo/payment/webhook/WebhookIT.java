package podo.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.payment.NeighbourServices;
import podo.payment.PaymentServiceFixture;
import podo.payment.attempt.ChargeAttempts;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks of the simulator: repeated, early, reordered, lost, forged. */
class WebhookIT extends PaymentServiceFixture {

    @Autowired
    ChargeAttempts attempts;

    @AfterEach
    void removeFaults() {
        bank.removeFaults();
    }

    @Test
    void aRepeatedEarlyWebhookIsOnePurchase() {
        NeighbourServices.Order order = orderWithWebhooks();
        bank.setFault(fault("WEBHOOK_EARLY", order));
        bank.setFault(fault("WEBHOOK_DUPLICATED", order));

        confirmUntilDecided(order, bank.approve(order.orderId, order.amount));

        await().until(() -> order.webhooks() == 2);
        endsPaid(order);
    }

    @Test
    void aLateWebhookOfADeclineChangesNothing() {
        NeighbourServices.Order order = orderWithWebhooks();
        bank.setFault(fault("WEBHOOK_REORDERED", order));

        confirmUntilDecided(order, bank.actAsBuyer(order.orderId, order.amount, "decline", null));
        confirmUntilDecided(order, bank.approve(order.orderId, order.amount));

        await().until(() -> order.webhooks() == 2);
        endsPaid(order);
    }

    @Test
    void withoutAWebhookTheLookUpFindsTheCapture() {
        NeighbourServices.Order order = orderWithWebhooks();
        bank.setFault(fault("WEBHOOK_LOST", order));
        bank.setFault(fault("LOST_AFTER", order));

        confirmUntilDecided(order, bank.approve(order.orderId, order.amount));

        endsPaid(order);
        assertThat(order.webhooks()).isZero();
    }

    @Test
    void aForgedWebhookIsNotTrusted() {
        NeighbourServices.Order order = orderWithWebhooks();
        bank.setFault(fault("WEBHOOK_FORGED", order));

        String key = bank.approve(order.orderId, order.amount);

        await().until(() -> order.webhooks() == 1);
        await().until(() -> pendingWebhooks(order) == 0);
        assertThat(status(order)).isEqualTo("READY");
        assertThat(bank.captured(order.orderId)).isZero();
        confirmUntilDecided(order, key);
        endsPaid(order);
    }

    @Test
    void aWebhookDuringALookUpStartsNoSecondOne() {
        NeighbourServices.Order order = openedOrder(10_000, 1);
        order.setPinDuration(Duration.ofMillis(300));
        bank.setFault(fault("LOST_AFTER", order, "count", 5));
        bank.setFault(fault("LATENCY", order, "call", "LOOKUP", "millis", 2_500));
        confirm(order, bank.approve(order.orderId, order.amount));
        await().until(() -> isUnpinned(order) && isClaimed(order));

        Map<String, String> data = Map.of("orderId", order.orderId, "status", "DONE");
        post("/api/payments/webhooks/toss", Map.of("eventType", "PAYMENT_STATUS_CHANGED", "data", data), null);
        await().until(() -> pendingWebhooks(order) == 0);

        assertThat(attempts.claimDue(64)).noneMatch(attempt -> attempt.orderId().equals(order.orderId));
        endsPaid(order);
    }

    @Test
    void aPaymentCancelledByTheBankIsRecordedAndGetsNoTicket() {
        NeighbourServices.Order order = openedOrder(10_000, 1);
        order.setPinDuration(Duration.ofMillis(300));
        bank.setFault(fault("LOST_AFTER", order, "count", 1_000));
        bank.setFault(fault("ERROR_BEFORE", order, "call", "LOOKUP", "count", 1_000));
        String key = bank.approve(order.orderId, order.amount);
        confirm(order, key);
        await().until(() -> isUnpinned(order) && bank.captured(order.orderId) == 10_000);

        bank.cancelDirectly(key);
        bank.removeFaults();

        await().until(() -> status(order).equals("FAILED"));
        assertThat(ledger(order))
                .containsExactly(
                        Map.of("kind", "CAPTURED", "amount", 10_000L), Map.of("kind", "REFUNDED", "amount", 10_000L));
        assertThat(neighbours.tickets(order)).isZero();
        assertThat(audit()).isEmpty();
    }

    @Test
    void ofThreeHundredForgedWebhooksOfUnknownOrdersNoneIsKept() {
        String prefix = "forged-" + UUID.randomUUID().toString().substring(0, 13) + "-";
        String address = anAddress();

        List<Integer> statuses = IntStream.range(0, 300)
                .mapToObj(number -> forge(prefix + number, address).status())
                .toList();

        assertThat(webhooksLike(prefix + "%")).isZero();
        assertThat(statuses).containsOnly(200, 429);
        // a minute may end meanwhile, and another test's webhook may be counted
        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeBetween(50, 120);
        assertThat(forge(prefix, address).problem()).isEqualTo("too-many-webhooks");
        assertThat(forge(prefix, anAddress()).status()).isEqualTo(200);
        NeighbourServices.Order order = openedOrder(10_000, 1);
        assertThat(forge(order.orderId, address).status()).isEqualTo(200);
        assertThat(webhooksLike(order.orderId)).isOne();
    }

    @Test
    void theWebhooksOfOneOrderAreBounded() {
        NeighbourServices.Order order = openedOrder(10_000, 1);

        IntStream.range(0, 100)
                .forEach(number ->
                        assertThat(forge(order.orderId, anAddress()).status()).isEqualTo(200));

        assertThat(webhooksLike(order.orderId)).isEqualTo(40);
        await().until(() -> pendingWebhooks(order) == 0);
    }

    private Reply forge(String orderId, String address) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "eventType", "PAYMENT_STATUS_CHANGED", "data", Map.of("orderId", orderId, "status", "DONE")));
        return send(
                HttpRequest.newBuilder(at("/api/payments/webhooks/toss"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", "198.51.100.7, " + address)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                null,
                false);
    }

    private static String anAddress() {
        return "2001:db8::" + Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 0x10000)) + ":"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 0x10000));
    }

    private int webhooksLike(String orderId) {
        return jdbc.sql("SELECT COUNT(*) FROM webhook WHERE order_id LIKE ?")
                .param(orderId)
                .query(Integer.class)
                .single();
    }

    private NeighbourServices.Order orderWithWebhooks() {
        NeighbourServices.Order order = openedOrder(10_000, 1);
        order.forwardWebhooks();
        return order;
    }

    private void endsPaid(NeighbourServices.Order order) {
        await().until(() -> status(order).equals("PAID") && neighbours.tickets(order) == 1);
        assertThat(bank.captured(order.orderId)).isEqualTo(10_000);
        assertThat(ledger(order)).hasSize(1);
        assertThat(audit()).isEmpty();
    }

    /** After this the resolver only looks the payment up. */
    private boolean isUnpinned(NeighbourServices.Order order) {
        return is(order, "pinned_until < UTC_TIMESTAMP(6)");
    }

    private boolean isClaimed(NeighbourServices.Order order) {
        return is(order, "claimed_until IS NOT NULL");
    }

    private boolean is(NeighbourServices.Order order, String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE order_id = ? AND state = 'UNKNOWN' AND " + condition)
                        .param(order.orderId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int pendingWebhooks(NeighbourServices.Order order) {
        return jdbc.sql("SELECT COUNT(*) FROM webhook WHERE order_id = ? AND look_at IS NOT NULL")
                .param(order.orderId)
                .query(Integer.class)
                .single();
    }
}
