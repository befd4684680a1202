package podo.payment.ledger;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/** The table {@code ledger_entry}: records a movement of money once, within the transaction that records its cause. */
@Component
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this capture is recorded already */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recordCapture(String orderId, String paymentKey, long amount, Instant at) {
        return insert(orderId, paymentKey, "CAPTURED", amount, paymentKey, at);
    }

    /**
     * @param transactionKey the bank's key of this cancel
     * @return false when this refund is recorded already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recordRefund(String orderId, String paymentKey, long amount, String transactionKey, Instant at) {
        return insert(orderId, paymentKey, "REFUNDED", amount, transactionKey, at);
    }

    private boolean insert(String orderId, String paymentKey, String kind, long amount, String reference, Instant at) {
        return jdbc.sql("""
                                INSERT IGNORE INTO ledger_entry (order_id, payment_key, kind, amount, reference, moved_at)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(orderId, paymentKey, kind, amount, reference, Utc.column(at))
                        .update()
                == 1;
    }
}
