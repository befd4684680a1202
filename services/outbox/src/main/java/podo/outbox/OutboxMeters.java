package podo.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code podo.outbox.waiting}: messages that are committed and not sent; {@code podo.outbox.age}: seconds since the oldest of them was written. The
 * table has only those, since sent ones are deleted; it is read when metrics are read.
 */
final class OutboxMeters {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxMeters(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("podo.outbox.waiting", this, OutboxMeters::count).register(meters);
        Gauge.builder("podo.outbox.age", this, OutboxMeters::age)
                .baseUnit("seconds")
                .register(meters);
    }

    private double count() {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_record WHERE completed_at IS NULL")
                .query(Double.class)
                .single();
    }

    private double age() {
        return jdbc.sql("SELECT created_at FROM outbox_record WHERE completed_at IS NULL ORDER BY created_at LIMIT 1")
                .query(LocalDateTime.class)
                .optional()
                .map(written -> Duration.between(written.toInstant(ZoneOffset.UTC), clock.instant()))
                .map(age -> Math.max(0, age.toMillis() / 1000.0))
                .orElse(0.0);
    }
}
