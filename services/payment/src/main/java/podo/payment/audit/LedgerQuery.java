package podo.payment.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/** Our own books, order by order. */
@Component
class LedgerQuery {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;

    LedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderMoney> all() {
        return KeysetPages.all(PAGE, "", OrderMoney::orderId, this::after);
    }

    private List<OrderMoney> after(String orderId) {
        return jdbc.sql("""
                        SELECT p.*,
                          EXISTS (SELECT 1 FROM attempt a WHERE a.order_id = p.order_id AND a.state <> 'DROPPED') AS attempted,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'CAPTURED' AND l.payment_key = p.payment_key) AS captured,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'REFUNDED' AND l.payment_key = p.payment_key) AS given_back,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'CAPTURED' AND (p.payment_key IS NULL OR l.payment_key <> p.payment_key)) AS vain,
                          (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_entry l WHERE l.order_id = p.order_id
                            AND l.kind = 'REFUNDED' AND (p.payment_key IS NULL OR l.payment_key <> p.payment_key)) AS vain_back,
                          (SELECT COALESCE(SUM(r.amount + r.fee), 0) FROM refund r WHERE r.order_id = p.order_id
                            AND r.payment_key IS NULL AND r.state IN ('WANTED', 'STUCK')) AS promised,
                          (SELECT GROUP_CONCAT(r.seat_ids) FROM refund r WHERE r.order_id = p.order_id
                            AND r.payment_key IS NULL AND r.state IN ('WANTED', 'STUCK')) AS promised_seats,
                          (SELECT COUNT(*) FROM refund r WHERE r.order_id = p.order_id AND r.state = 'STUCK') AS stuck
                        FROM payment p WHERE p.order_id > ? ORDER BY p.order_id LIMIT ?
                        """).params(orderId, PAGE).query(LedgerQuery::read).list();
    }

    private static OrderMoney read(ResultSet row, int number) throws SQLException {
        return new OrderMoney(
                row.getString("order_id"),
                row.getLong("amount"),
                row.getString("status"),
                row.getString("payment_key"),
                row.getLong("refunded"),
                row.getLong("fees"),
                Utc.instant(row, "changed_at"),
                row.getBoolean("attempted"),
                row.getLong("captured"),
                row.getLong("given_back"),
                row.getLong("vain"),
                row.getLong("vain_back"),
                row.getLong("promised"),
                seats(row.getString("promised_seats")),
                row.getInt("stuck"));
    }

    private static Set<Long> seats(@Nullable String list) {
        return list == null || list.isEmpty()
                ? Set.of()
                : Arrays.stream(list.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
