package podo.payment.charge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.payment.pg.PgHealth;

/** How well paying goes at this moment, for the line's health brake. */
@RestController
class PaymentPulse {

    /** @param failureRate share of the last confirms whose end was unknown, 0 to 100 */
    record Pulse(boolean open, float failureRate, long checking) {}

    private final PgHealth bank;
    private final JdbcClient jdbc;

    PaymentPulse(PgHealth bank, JdbcClient jdbc) {
        this.bank = bank;
        this.jdbc = jdbc;
    }

    @GetMapping("/internal/payments/pulse")
    Pulse pulse() {
        long checking = jdbc.sql("SELECT COUNT(*) FROM payment WHERE status = 'CHECKING'")
                .query(Long.class)
                .single();
        return new Pulse(!bank.isOpen(), Math.max(0, bank.failureRate()), checking);
    }
}
