package podo.payment.operator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.payment.refund.RetryRefund;
import podo.payment.resolve.RecheckPayment;
import podo.starter.jdbc.Utc;
import podo.starter.problem.NotFound;

/** Charges and refunds that stayed open for {@code podo.payment.tell-operator-after}, and refunds that the bank refused. */
@Tag(name = "Unresolved payments")
@RestController
@RequestMapping("/api/payments/unresolved")
class UnresolvedController {

    /**
     * @param kind CHECKING for a charge, REFUND for a refund
     * @param id the id of the order, or of the refund
     * @param lastSeen the bank's last answer
     */
    record Unresolved(
            String kind,
            String id,
            String orderId,
            long fanId,
            long eventId,
            long amount,
            @Nullable String paymentKey,
            Instant since,
            int tries,
            @Nullable String lastSeen) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration after;
    private final RecheckPayment recheckPayment;
    private final RetryRefund retryRefund;

    UnresolvedController(
            JdbcClient jdbc,
            Clock clock,
            @Value("${podo.payment.tell-operator-after}") Duration after,
            RecheckPayment recheckPayment,
            RetryRefund retryRefund,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.after = after;
        this.recheckPayment = recheckPayment;
        this.retryRefund = retryRefund;
        Gauge.builder(
                        "podo.payment.unresolved",
                        this,
                        controller -> controller.list().size())
                .register(meters);
    }

    @Operation(summary = "List charges and refunds that need an operator")
    @GetMapping
    List<Unresolved> list() {
        return jdbc.sql("""
                        SELECT 'CHECKING' AS kind, a.order_id AS id, a.order_id, p.fan_id, p.event_id, p.amount, a.payment_key,
                            a.started_at AS since, a.looks AS tries, a.last_seen
                        FROM attempt a JOIN payment p ON p.order_id = a.order_id
                        WHERE a.state IN ('SENT', 'UNKNOWN') AND a.started_at < :old
                        UNION ALL
                        SELECT 'REFUND', r.id, r.order_id, p.fan_id, p.event_id, r.amount, COALESCE(r.payment_key, p.payment_key),
                            r.wanted_at, r.tries + r.key_number - 1, r.last_seen
                        FROM refund r LEFT JOIN payment p ON p.order_id = r.order_id
                        WHERE r.state = 'STUCK' OR (r.state = 'WANTED' AND r.wanted_at < :old)
                        ORDER BY since LIMIT 500
                        """)
                .param("old", Utc.column(clock.instant().minus(after)))
                .query((row, number) -> new Unresolved(
                        row.getString("kind"),
                        row.getString("id"),
                        row.getString("order_id"),
                        row.getLong("fan_id"),
                        row.getLong("event_id"),
                        row.getLong("amount"),
                        row.getString("payment_key"),
                        Utc.instant(row, "since"),
                        row.getInt("tries"),
                        row.getString("last_seen")))
                .list();
    }

    @Operation(summary = "Look up a charge at the bank now")
    @PostMapping("/orders/{orderId}/look")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void recheck(@PathVariable String orderId) {
        if (!recheckPayment.bringForward(orderId)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "Try a refund again, as a new request if the bank refused the last one")
    @PostMapping("/refunds/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String id) {
        if (!retryRefund.retry(id)) {
            throw new NotFound();
        }
    }
}
