package podo.inventory.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import podo.starter.jdbc.Utc;

/**
 * The database's clock, read every 5 s and continued by this machine's monotonic timer, so that a jump of an instance's wall
 * clock neither ends a hold too early nor keeps it too long.
 */
class DatabaseClock extends Clock {

    private record Anchor(Instant at, long nanos) {}

    private final JdbcTemplate jdbc;
    private volatile Anchor anchor;

    DatabaseClock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.anchor = read();
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void synchronize() {
        try {
            anchor = read();
        } catch (DataAccessException | TransactionException e) {
            // the last reading continues; without the database nothing is decided anyway
        }
    }

    private Anchor read() {
        long before = System.nanoTime();
        LocalDateTime now = jdbc.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class);
        long after = System.nanoTime();
        if (now == null) {
            throw new IllegalStateException("UTC_TIMESTAMP returned nothing");
        }
        return new Anchor(Utc.instant(now), before + (after - before) / 2);
    }

    @Override
    public Instant instant() {
        Anchor last = anchor;
        return last.at().plus(Duration.ofNanos(System.nanoTime() - last.nanos()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
