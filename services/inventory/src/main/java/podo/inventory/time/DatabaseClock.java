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

/**
 * The judge's clock: read from the database every few seconds and carried on by this machine's monotonic timer, so that
 * a process whose wall clock jumps neither steals a hold nor keeps one too long.
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
    void setAgain() {
        try {
            anchor = read();
        } catch (DataAccessException | TransactionException e) {
            // the old anchor goes on ticking; without the database nothing is judged anyway
        }
    }

    private Anchor read() {
        long before = System.nanoTime();
        LocalDateTime now = jdbc.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class);
        long after = System.nanoTime();
        if (now == null) {
            throw new IllegalStateException("the database told no time");
        }
        return new Anchor(now.toInstant(ZoneOffset.UTC), before + (after - before) / 2);
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
