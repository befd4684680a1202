package podo.payment.audit.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.payment.PaymentStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.starter.jdbc.Utc;

/** Payments with the sums of their ledger rows and open refunds, one row per order. */
@Component
class LedgerQuery {

    private static final int PAGE_SIZE = 1_000;

    private final JdbcClient jdbc;

    LedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderMoney> findAll() {
        return KeysetPages.all(PAGE_SIZE, "", OrderMoney::orderId, this::findAfter);
    }

    private List<OrderMoney> findAfter(String orderId) {
        return jdbc.sql("""
                        SELECT p.order_id, p.event_id, p.amount, p.status, p.payment_key, p.refunded, p.fees, p.changed_at, p.fan_id,
                          p.seat_ids,
                          EXISTS (SELECT 1 FROM attempt a WHERE a.order_id = p.order_id AND a.state <> 'DROPPED') AS attempted,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'CAPTURED' AND l.payment_key = p.payment_key) AS captured_in_ledger,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'REFUNDED' AND l.payment_key = p.payment_key) AS refunded_in_ledger,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'CAPTURED' AND (p.payment_key IS NULL OR l.payment_key <> p.payment_key)) AS surplus_captured,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'REFUNDED' AND (p.payment_key IS NULL OR l.payment_key <> p.payment_key)) AS surplus_refunded,
                          (SELECT COALESCE(SUM(r.amount + r.fee), 0) FROM refund r WHERE r.order_id = p.order_id
                            AND r.payment_key IS NULL AND r.state IN ('WANTED', 'STUCK')) AS pending,
                          (SELECT GROUP_CONCAT(r.seat_ids) FROM refund r WHERE r.order_id = p.order_id
                            AND r.payment_key IS NULL AND r.state IN ('WANTED', 'STUCK')) AS pending_seats,
                          (SELECT GROUP_CONCAT(r.seat_ids) FROM refund r WHERE r.order_id = p.order_id
                            AND r.payment_key IS NULL AND r.state <> 'VOID') AS seats_back,
                          (SELECT COUNT(*) FROM refund r WHERE r.order_id = p.order_id AND r.state = 'STUCK') AS stuck
                        FROM payment p WHERE p.order_id > ? ORDER BY p.order_id LIMIT ?
                        """).params(orderId, PAGE_SIZE).query(LedgerQuery::read).list();
    }

    private static OrderMoney read(ResultSet row, int number) throws SQLException {
        return new OrderMoney(
                row.getString("order_id"),
                row.getLong("event_id"),
                row.getLong("amount"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("payment_key"),
                row.getLong("refunded"),
                row.getLong("fees"),
                Utc.instant(row, "changed_at"),
                BoxOfficeBuyers.isOne(row.getLong("fan_id")),
                row.getBoolean("attempted"),
                row.getLong("captured_in_ledger"),
                row.getLong("refunded_in_ledger"),
                row.getLong("surplus_captured"),
                row.getLong("surplus_refunded"),
                row.getLong("pending"),
                seatIds(row.getString("pending_seats")),
                seatIds(row.getString("seat_ids")).size(),
                seatIds(row.getString("seats_back")).size(),
                row.getInt("stuck"));
    }

    private static Set<Long> seatIds(@Nullable String list) {
        return list == null || list.isEmpty()
                ? Set.of()
                : Arrays.stream(list.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
