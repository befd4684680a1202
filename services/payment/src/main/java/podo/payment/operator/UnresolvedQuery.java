package podo.payment.operator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.payment.scope.EventScope;
import podo.starter.jdbc.Utc;

/** Reads charges and refunds that stayed open for {@code podo.payment.tell-operator-after}, and refunds that the bank refused. */
@Component
class UnresolvedQuery {

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

    /** An SQL list can't be empty. */
    private static final Set<Long> NO_EVENT = Set.of(-1L);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration after;

    UnresolvedQuery(
            JdbcClient jdbc,
            Clock clock,
            @Value("${podo.payment.tell-operator-after}") Duration after,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.after = after;
        Gauge.builder(
                        "podo.payment.unresolved",
                        this,
                        query -> query.list(EventScope.ALL).size())
                .register(meters);
    }

    /** The oldest first; 500 at most. */
    List<Unresolved> list(EventScope scope) {
        Set<Long> events = scope.events() == null || scope.events().isEmpty() ? NO_EVENT : scope.events();
        return jdbc.sql("""
                        SELECT kind, id, order_id, fan_id, event_id, amount, payment_key, since, tries, last_seen
                        FROM (SELECT 'CHECKING' AS kind, a.order_id AS id, a.order_id, p.fan_id, p.event_id, p.amount, a.payment_key,
                            a.started_at AS since, a.looks AS tries, a.last_seen
                        FROM attempt a JOIN payment p ON p.order_id = a.order_id
                        WHERE a.state IN ('SENT', 'UNKNOWN') AND a.started_at < :old
                        UNION ALL
                        SELECT 'REFUND', r.id, r.order_id, p.fan_id, p.event_id, r.amount, COALESCE(r.payment_key, p.payment_key),
                            r.wanted_at, r.tries + r.key_number - 1, r.last_seen
                        FROM refund r LEFT JOIN payment p ON p.order_id = r.order_id
                        WHERE r.state = 'STUCK' OR (r.state = 'WANTED' AND r.wanted_at < :old)
                        ) open_case WHERE :all OR event_id IN (:events) ORDER BY since LIMIT 500
                        """)
                .param("all", scope.isAll())
                .param("events", events)
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

    /** Null when there is no such order. */
    @Nullable
    Long eventOfOrder(String orderId) {
        return jdbc.sql("SELECT event_id FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Null when there is no such refund, or no payment for it. */
    @Nullable
    Long eventOfRefund(String id) {
        return jdbc.sql("SELECT p.event_id FROM refund r JOIN payment p ON p.order_id = r.order_id WHERE r.id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
