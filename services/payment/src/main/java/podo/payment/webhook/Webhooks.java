package podo.payment.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.NonOverlappingTask;
import podo.payment.attempt.ChargeAttempts;
import podo.payment.attempt.Settlement;
import podo.payment.order.Payment;
import podo.payment.order.Payments;
import podo.payment.pg.TossClient;
import podo.payment.pg.Verdict;
import podo.starter.jdbc.Utc;

/**
 * Stores the webhooks of known orders and looks up the orders that are not decided. A repeated, reordered or
 * forged webhook does no harm: only the look-up changes an order.
 */
@Component
class Webhooks {

    private static final Duration CLAIM_DURATION = Duration.ofSeconds(45);
    private static final Duration RETENTION = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Payments payments;
    private final ChargeAttempts attempts;
    private final Settlement settlement;
    private final TossClient toss;
    private final WebhookLimitSettings limits;
    private final NonOverlappingTask task = new NonOverlappingTask("webhooks");

    Webhooks(
            JdbcClient jdbc,
            Clock clock,
            Payments payments,
            ChargeAttempts attempts,
            Settlement settlement,
            TossClient toss,
            WebhookLimitSettings limits) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.payments = payments;
        this.attempts = attempts;
        this.settlement = settlement;
        this.toss = toss;
        this.limits = limits;
    }

    /**
     * Stores a webhook, to be looked up within 250 ms. One of an unknown order is not stored; beyond the rows that an order may
     * have, its newest one is due again instead.
     *
     * @return false when the order is unknown
     */
    boolean store(String orderId, String paymentKey, String eventType, String status) {
        if (payments.find(orderId).isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        int stored = jdbc.sql("""
                        INSERT INTO webhook (order_id, payment_key, event_type, status, received_at, look_at)
                        SELECT :order, :key, :type, :status, :now, :now FROM (SELECT COUNT(*) AS kept FROM webhook
                            WHERE order_id = :order) AS earlier WHERE earlier.kept < :limit
                        """)
                .param("order", orderId)
                .param("key", paymentKey)
                .param("type", eventType)
                .param("status", status)
                .param("now", Utc.column(now))
                .param("limit", limits.keptPerOrder())
                .update();
        if (stored == 0) {
            jdbc.sql("UPDATE webhook SET look_at = ? WHERE order_id = ? ORDER BY id DESC LIMIT 1")
                    .params(Utc.column(now), orderId)
                    .update();
        }
        return true;
    }

    @Scheduled(fixedDelayString = "${podo.payment.webhooks-every:250ms}")
    void lookUpPending() {
        task.runUnlessBusy(() -> claimDue(64).stream().distinct().forEach(this::lookUp));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void deleteOld() {
        jdbc.sql("DELETE FROM webhook WHERE received_at < ? LIMIT 10000")
                .param(Utc.column(clock.instant().minus(RETENTION)))
                .update();
    }

    /** The orders of due webhooks; when this instance dies, they are due again after the claim. */
    private List<String> claimDue(int limit) {
        Instant now = clock.instant();
        List<String> orders = jdbc.sql("SELECT order_id FROM webhook WHERE look_at <= ? ORDER BY look_at LIMIT ?")
                .params(Utc.column(now), limit)
                .query((row, number) -> row.getString("order_id"))
                .list();
        if (!orders.isEmpty()) {
            jdbc.sql("UPDATE webhook SET look_at = :until WHERE order_id IN (:orders) AND look_at <= :now")
                    .param("until", Utc.column(now.plus(CLAIM_DURATION)))
                    .param("orders", orders)
                    .param("now", Utc.column(now))
                    .update();
        }
        return orders;
    }

    private void lookUp(String orderId) {
        boolean finished = payments.find(orderId).map(this::lookUp).orElse(true);
        if (finished) {
            jdbc.sql("UPDATE webhook SET look_at = NULL WHERE order_id = ?")
                    .param(orderId)
                    .update();
        }
    }

    /** @return false when the bank could not be asked: the webhook is due again after the claim */
    private boolean lookUp(Payment payment) {
        String orderId = payment.orderId();
        switch (payment.status()) {
            case CHECKING -> attempts.bringForward(orderId);
            case READY, FAILED -> {
                if (attempts.findLast(orderId).isPresent()) {
                    return recordIfCaptured(toss.findByOrder(orderId));
                }
            }
            case PAID, CANCELLED -> {}
        }
        return true;
    }

    /** @return false when the bank gave no certain answer */
    private boolean recordIfCaptured(Verdict verdict) {
        if (verdict instanceof Verdict.Done done && done.payment().isCaptured()) {
            settlement.recordCapture(done.payment());
        }
        return verdict instanceof Verdict.Done || verdict instanceof Verdict.NotFound;
    }
}
