package podo.payment.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.payment.PaymentStatus;
import podo.starter.jdbc.Utc;

/** The orders' money. Each change says in its WHERE from which states it may come: the database is the judge. */
@Component
public class Payments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Payment> find(String orderId) {
        return jdbc.sql("SELECT * FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(Payments::read)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. The payment is always locked before its attempts. */
    public Optional<Payment> lock(String orderId) {
        return jdbc.sql("SELECT * FROM payment WHERE order_id = ? FOR UPDATE")
                .param(orderId)
                .query(Payments::read)
                .optional();
    }

    /** @return false when the order is known already */
    boolean open(Payment payment) {
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
                        .param("seats", join(payment.seatIds()))
                        .param("name", payment.orderName())
                        .param("amount", payment.amount())
                        .param("now", Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    boolean startChecking(String orderId) {
        return become(orderId, "CHECKING", "'READY', 'FAILED'");
    }

    boolean fail(String orderId) {
        return become(orderId, "FAILED", "'CHECKING'");
    }

    /** Nothing was asked of the bank after all. */
    boolean stopChecking(String orderId) {
        return become(orderId, "READY", "'CHECKING'");
    }

    /** Shuts an order for which nothing was charged and nothing is being asked. */
    public boolean close(String orderId) {
        return become(orderId, "CANCELLED", "'READY', 'FAILED'");
    }

    boolean paid(String orderId, String paymentKey, Instant approvedAt) {
        return jdbc.sql("""
                                UPDATE payment SET status = 'PAID', payment_key = ?, approved_at = ?, changed_at = ?
                                WHERE order_id = ? AND status IN ('READY', 'CHECKING', 'FAILED')
                                """)
                        .params(paymentKey, Utc.column(approvedAt), Utc.column(clock.instant()), orderId)
                        .update()
                == 1;
    }

    /** Money went back; when nothing of the order is paid any more it is cancelled. */
    public void gaveBack(String orderId, long amount, long fee) {
        jdbc.sql("""
                        UPDATE payment SET refunded = refunded + :amount, fees = fees + :fee, changed_at = :now,
                            status = CASE WHEN refunded + fees >= amount THEN 'CANCELLED' ELSE status END
                        WHERE order_id = :order
                        """)
                .param("amount", amount)
                .param("fee", fee)
                .param("now", Utc.column(clock.instant()))
                .param("order", orderId)
                .update();
    }

    public static String join(List<Long> seatIds) {
        return seatIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static List<Long> split(String seatIds) {
        return seatIds.isEmpty()
                ? List.of()
                : Arrays.stream(seatIds.split(",")).map(Long::valueOf).toList();
    }

    private boolean become(String orderId, String status, String from) {
        return jdbc.sql("UPDATE payment SET status = ?, changed_at = ? WHERE order_id = ? AND status IN (" + from + ")")
                        .params(status, Utc.column(clock.instant()), orderId)
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
                split(row.getString("seat_ids")),
                row.getString("order_name"),
                row.getLong("amount"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("payment_key"),
                Utc.instantOrNull(row, "approved_at"),
                row.getLong("refunded"),
                row.getLong("fees"));
    }
}
