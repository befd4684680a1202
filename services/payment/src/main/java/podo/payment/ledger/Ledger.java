package podo.payment.ledger;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/** Writes down that money moved, in the transaction that learns of it; the same movement is written once. */
@Component
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this capture was written down before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean captured(String orderId, String paymentKey, long amount, Instant at) {
        return write(orderId, paymentKey, "CAPTURED", amount, paymentKey, at);
    }

    /** @param transactionKey the bank's name for this cancel */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refunded(String orderId, String paymentKey, long amount, String transactionKey, Instant at) {
        return write(orderId, paymentKey, "REFUNDED", amount, transactionKey, at);
    }

    private boolean write(String orderId, String paymentKey, String kind, long amount, String reference, Instant at) {
        return jdbc.sql("""
                                INSERT IGNORE INTO ledger_entry (order_id, payment_key, kind, amount, reference, moved_at)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(orderId, paymentKey, kind, amount, reference, Utc.column(at))
                        .update()
                == 1;
    }
}
