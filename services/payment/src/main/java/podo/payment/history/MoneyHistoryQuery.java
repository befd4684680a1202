package podo.payment.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.payment.order.PaymentWay;
import podo.payment.order.SeatIdsColumn;
import podo.starter.jdbc.Utc;

/** Reads attempts, ledger and refunds of orders. */
@Repository
class MoneyHistoryQuery {

    private record DoneRefund(String orderId, boolean surplus, long amount, long fee, List<Long> seatIds) {}

    private record Row(
            long id,
            String orderId,
            String kind,
            PaymentWay way,
            boolean surplus,
            long amount,
            Instant at,
            List<Long> paidSeats) {}

    private final JdbcClient jdbc;

    MoneyHistoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of time; a bank that tells whole seconds has not approved an attempt before it was started. */
    List<MoneyEvent> ofOrder(String orderId) {
        return jdbc.sql("""
                        SELECT a.started_at AS at, 'CHARGE_TRIED' AS kind, p.amount, a.state, a.code, NULL AS money_key
                        FROM attempt a JOIN payment p ON p.order_id = a.order_id WHERE a.order_id = :order
                        UNION ALL
                        SELECT GREATEST(l.moved_at, COALESCE(t.started_at, l.moved_at)), IF(l.kind = 'CAPTURED', 'PAID', l.kind),
                            l.amount, NULL, NULL, l.payment_key
                        FROM ledger_entry l LEFT JOIN attempt t ON t.order_id = l.order_id AND t.payment_key = l.payment_key
                        WHERE l.order_id = :order ORDER BY at, kind
                        """)
                .param("order", orderId)
                .query((row, n) -> new MoneyEvent(
                        Utc.instant(row, "at"),
                        row.getString("kind"),
                        row.getLong("amount"),
                        row.getString("state"),
                        row.getString("code"),
                        wayOf(row.getString("money_key"), orderId)))
                .list();
    }

    private static @Nullable PaymentWay wayOf(@Nullable String moneyKey, String orderId) {
        return moneyKey == null ? null : PaymentWay.of(moneyKey, orderId);
    }

    /** The order ids of an event, those after this one. */
    List<String> orderIds(long eventId, String after, int limit) {
        return jdbc.sql("SELECT order_id FROM payment WHERE event_id = ? AND order_id > ? ORDER BY order_id LIMIT ?")
                .params(eventId, after, limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * The ledger of these orders. A refund and its ledger row are written together while the order is locked, so of one order the n-th of
     * both with one amount belong together.
     */
    List<LedgerMovement> movements(List<String> orderIds) {
        if (orderIds.isEmpty()) {
            return List.of();
        }
        Map<String, Deque<DoneRefund>> refunds = new HashMap<>();
        refunds(orderIds)
                .forEach(refund -> refunds.computeIfAbsent(
                                key(refund.orderId(), refund.surplus(), refund.amount()), none -> new ArrayDeque<>())
                        .add(refund));
        List<LedgerMovement> movements = new ArrayList<>();
        for (Row row : rows(orderIds)) {
            Deque<DoneRefund> ofAmount = refunds.get(key(row.orderId(), row.surplus(), row.amount()));
            DoneRefund refund = row.kind().equals("REFUNDED") && ofAmount != null ? ofAmount.poll() : null;
            movements.add(new LedgerMovement(
                    row.id(),
                    row.orderId(),
                    row.kind(),
                    row.way(),
                    row.amount(),
                    refund == null ? 0 : refund.fee(),
                    row.at(),
                    seatsOf(row, refund)));
        }
        return movements;
    }

    private static List<Long> seatsOf(Row row, @Nullable DoneRefund refund) {
        if (row.surplus()) {
            return List.of();
        }
        return refund == null ? row.paidSeats() : refund.seatIds();
    }

    private static String key(String orderId, boolean surplus, long amount) {
        return orderId + ' ' + surplus + ' ' + amount;
    }

    private List<DoneRefund> refunds(List<String> orderIds) {
        return jdbc.sql("""
                        SELECT order_id, payment_key IS NOT NULL AS surplus, amount, fee, seat_ids
                        FROM refund WHERE order_id IN (:orders) AND state = 'DONE' AND amount > 0 ORDER BY done_at, id
                        """)
                .param("orders", orderIds)
                .query((row, n) -> new DoneRefund(
                        row.getString("order_id"),
                        row.getBoolean("surplus"),
                        row.getLong("amount"),
                        row.getLong("fee"),
                        SeatIdsColumn.read(row.getString("seat_ids"))))
                .list();
    }

    private List<Row> rows(List<String> orderIds) {
        return jdbc.sql("""
                        SELECT l.id, l.order_id, l.kind, l.payment_key, p.payment_key IS NULL OR p.payment_key <> l.payment_key AS surplus,
                            l.amount, l.moved_at, p.seat_ids
                        FROM ledger_entry l JOIN payment p ON p.order_id = l.order_id
                        WHERE l.order_id IN (:orders) ORDER BY l.id
                        """)
                .param("orders", orderIds)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("order_id"),
                        row.getString("kind"),
                        PaymentWay.of(row.getString("payment_key"), row.getString("order_id")),
                        row.getBoolean("surplus"),
                        row.getLong("amount"),
                        Utc.instant(row, "moved_at"),
                        SeatIdsColumn.read(row.getString("seat_ids"))))
                .list();
    }
}
