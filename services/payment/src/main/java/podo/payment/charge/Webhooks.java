package podo.payment.charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.payment.SingleFlight;
import podo.payment.pg.TossClient;
import podo.payment.pg.Verdict;
import podo.starter.jdbc.Utc;

/**
 * Stores the bank's webhooks and looks up the orders they name, when we know them and don't know better already. Twice,
 * out of order or forged: the look-up tells the truth, and a settled order is not asked about again.
 */
@Component
class Webhooks {

    private static final Duration CLAIM = Duration.ofSeconds(45);
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Payments payments;
    private final ChargeAttempts attempts;
    private final Settlement settlement;
    private final TossClient toss;
    private final SingleFlight aside = new SingleFlight("webhooks");

    Webhooks(
            JdbcClient jdbc,
            Clock clock,
            Payments payments,
            ChargeAttempts attempts,
            Settlement settlement,
            TossClient toss) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.payments = payments;
        this.attempts = attempts;
        this.settlement = settlement;
        this.toss = toss;
    }

    void store(String orderId, String paymentKey, String eventType, String status) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO webhook (order_id, payment_key, event_type, status, received_at, look_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(orderId, paymentKey, eventType, status, Utc.column(now), Utc.column(now))
                .update();
    }

    @Scheduled(fixedDelayString = "${podo.payment.webhooks-every:250ms}")
    void lookAtWhatCameIn() {
        aside.run(() -> claim(64).stream().distinct().forEach(this::look));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void forget() {
        jdbc.sql("DELETE FROM webhook WHERE received_at < ? LIMIT 10000")
                .param(Utc.column(clock.instant().minus(KEPT)))
                .update();
    }

    /** The orders that were named; a claim that dies comes up again. */
    private List<String> claim(int atMost) {
        Instant now = clock.instant();
        List<String> orders = jdbc.sql("SELECT order_id FROM webhook WHERE look_at <= ? ORDER BY look_at LIMIT ?")
                .params(Utc.column(now), atMost)
                .query(String.class)
                .list();
        if (!orders.isEmpty()) {
            jdbc.sql("UPDATE webhook SET look_at = :until WHERE order_id IN (:orders) AND look_at <= :now")
                    .param("until", Utc.column(now.plus(CLAIM)))
                    .param("orders", orders)
                    .param("now", Utc.column(now))
                    .update();
        }
        return orders;
    }

    private void look(String orderId) {
        boolean looked = payments.find(orderId).map(this::isLookedAt).orElse(true);
        if (looked) {
            jdbc.sql("UPDATE webhook SET look_at = NULL WHERE order_id = ?")
                    .param(orderId)
                    .update();
        }
    }

    /** False when the bank could not be asked: the hint stays, and comes up again when its claim runs out. */
    private boolean isLookedAt(Payment payment) {
        String orderId = payment.orderId();
        switch (payment.status()) {
            case CHECKING -> attempts.hurry(orderId);
            case READY, FAILED -> {
                if (attempts.last(orderId).isPresent()) {
                    return isSettled(toss.byOrder(orderId));
                }
            }
            case PAID, CANCELLED -> {}
        }
        return true;
    }

    private boolean isSettled(Verdict verdict) {
        if (verdict instanceof Verdict.Done done && done.payment().isCaptured()) {
            settlement.captured(done.payment());
        }
        return verdict instanceof Verdict.Done || verdict instanceof Verdict.NotFound;
    }
}
