package podo.payment.restored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the bank's movements the ledger has. */
@Component
class LedgerLookup {

    private final JdbcClient jdbc;

    LedgerLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasCapture(String paymentKey) {
        return has("CAPTURED", paymentKey);
    }

    boolean hasRefund(String transactionKey) {
        return has("REFUNDED", transactionKey);
    }

    private boolean has(String kind, String reference) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM ledger_entry WHERE kind = ? AND reference = ?)")
                .params(kind, reference)
                .query(Boolean.class)
                .single();
    }
}
