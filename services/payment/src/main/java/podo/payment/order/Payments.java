package podo.payment.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.payment.PaymentStatus;
import podo.starter.jdbc.Utc;

/**
 * The table {@code payment}. Each {@code mark…} method names in its WHERE the states it may come from and returns whether
 * the row changed, so the database decides between concurrent callers.
 */
@Component
public class Payments {

    private static final String COLUMNS =
            "order_id, reservation_id, hold_id, event_id, fan_id, seat_ids, order_name, amount, status,"
                    + " payment_key, approved_at, refunded, fees";

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Payment> find(String orderId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(Payments::read)
                .optional();
    }

    /** Empty also when the order belongs to another fan. */
    public Optional<Payment> findOfFan(String orderId, long fanId) {
        return find(orderId).filter(payment -> payment.fanId() == fanId);
    }

    /** Locks the row until the transaction ends. A payment is always locked before its attempts. */
    public Optional<Payment> lock(String orderId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM payment WHERE order_id = ? FOR UPDATE")
                .param(orderId)
                .query(Payments::read)
                .optional();
    }

    /** @return false when the order is stored already */
    public boolean insertIfAbsent(Payment payment) {
        return jdbc.sql("""
                                INSERT IGNORE INTO payment (order_id, reservation_id, hold_id, event_id, fan_id, seat_ids,
                                    order_name, amount, status, created_at, changed_at)
                                VALUES (:order, :reservation, :hold, :event, :fan, :seats, :name, :amount, 'READY', :now, :now)
                                """)
                        .param("order", payment.orderId())
                        .param("reservation", payment.reservationId())
                        .param("hold", payment.holdId())
                        .param("event", payment.eventId())
                        .param("fan", payment.fanId())
                        .param("seats", SeatIdsColumn.write(payment.seatIds()))
                        .param("name", payment.orderName())
                        .param("amount", payment.amount())
                        .param("now", Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    public boolean markChecking(String orderId) {
        return changeStatus(orderId, PaymentStatus.CHECKING, "'READY', 'FAILED'");
    }

    public boolean markFailed(String orderId) {
        return changeStatus(orderId, PaymentStatus.FAILED, "'CHECKING'");
    }

    /** The attempt ended before the bank was asked, or the bank did not accept the request. */
    public boolean markReadyAgain(String orderId) {
        return changeStatus(orderId, PaymentStatus.READY, "'CHECKING'");
    }

    /** Cancels an order for which nothing was charged and no attempt is open. */
    public boolean markCancelledUnpaid(String orderId) {
        return changeStatus(orderId, PaymentStatus.CANCELLED, "'READY', 'FAILED'");
    }

    public boolean markPaid(String orderId, String paymentKey, Instant approvedAt) {
        return jdbc.sql("""
                                UPDATE payment SET status = 'PAID', payment_key = ?, approved_at = ?, changed_at = ?
                                WHERE order_id = ? AND status IN ('READY', 'CHECKING', 'FAILED')
                                """)
                        .params(paymentKey, Utc.column(approvedAt), Utc.column(clock.instant()), orderId)
                        .update()
                == 1;
    }

    /**
     * Adds a refund and its fee; when nothing of the order is paid any more, its status becomes CANCELLED.
     *
     * @param keepsSeats whether a seat of the order was not refunded; it may be one that costs nothing
     */
    public void addRefund(String orderId, long amount, long fee, boolean keepsSeats) {
        jdbc.sql("""
                        UPDATE payment SET refunded = refunded + :amount, fees = fees + :fee, changed_at = :now,
                            status = CASE WHEN refunded + fees >= amount AND NOT :keeps THEN 'CANCELLED' ELSE status END
                        WHERE order_id = :order
                        """)
                .param("amount", amount)
                .param("fee", fee)
                .param("now", Utc.column(clock.instant()))
                .param("order", orderId)
                .param("keeps", keepsSeats)
                .update();
    }

    private boolean changeStatus(String orderId, PaymentStatus status, String from) {
        return jdbc.sql("UPDATE payment SET status = ?, changed_at = ? WHERE order_id = ? AND status IN (" + from + ")")
                        .params(status.name(), Utc.column(clock.instant()), orderId)
                        .update()
                == 1;
    }

    private static Payment read(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("order_id"),
                row.getString("reservation_id"),
                row.getString("hold_id"),
                row.getLong("event_id"),
                row.getLong("fan_id"),
                SeatIdsColumn.read(row.getString("seat_ids")),
                row.getString("order_name"),
                row.getLong("amount"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("payment_key"),
                Utc.instantOrNull(row, "approved_at"),
                row.getLong("refunded"),
                row.getLong("fees"));
    }
}
