package podo.inventory.hold.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/** {@code podo.seats.held}: seats in holds that are alive, counted by an index when metrics are read. */
@Component
class HeldMeter {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldMeter(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        meters.gauge("podo.seats.held", this, HeldMeter::count);
    }

    private double count() {
        return jdbc.sql(
                        "SELECT COALESCE(SUM(seats), 0) FROM hold WHERE status IN ('HELD', 'PINNED') AND held_until > ? AND event_id > 0")
                .param(Utc.millis(clock.instant()))
                .query(Double.class)
                .single();
    }
}
