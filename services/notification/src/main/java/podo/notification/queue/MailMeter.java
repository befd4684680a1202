package podo.notification.queue;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/** {@code podo.mails.waiting}: mails that are due and not sent, counted by an index when metrics are read. */
@Component
class MailMeter {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailMeter(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        meters.gauge("podo.mails.waiting", this, MailMeter::count);
    }

    private double count() {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE state = 'QUEUED' AND due_at <= ?")
                .param(Utc.millis(clock.instant()))
                .query(Double.class)
                .single();
    }
}
