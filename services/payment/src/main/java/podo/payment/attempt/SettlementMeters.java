package podo.payment.attempt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code podo.payments} by {@code result}: paid, declined, unknown (an unknown one becomes one of the others later), and
 * {@code podo.payment.checking}: charges that the bank was asked for and that are not decided, counted by an index when metrics are read.
 */
@Component
class SettlementMeters {

    private final Counter paid;
    private final Counter declined;
    private final Counter unknown;
    private final JdbcClient jdbc;

    SettlementMeters(MeterRegistry meters, JdbcClient jdbc) {
        this.jdbc = jdbc;
        paid = meters.counter("podo.payments", "result", "paid");
        declined = meters.counter("podo.payments", "result", "declined");
        unknown = meters.counter("podo.payments", "result", "unknown");
        meters.gauge("podo.payment.checking", this, SettlementMeters::countUndecided);
    }

    void paid() {
        paid.increment();
    }

    void declined() {
        declined.increment();
    }

    void unknown() {
        unknown.increment();
    }

    private double countUndecided() {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE state IN ('SENT', 'UNKNOWN')")
                .query(Double.class)
                .single();
    }
}
