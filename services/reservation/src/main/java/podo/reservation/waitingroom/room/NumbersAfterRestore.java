package podo.reservation.waitingroom.room;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/**
 * Sets queue numbers apart once a backup was restored. Fans who joined after it hold receipts for numbers that the restored row does not
 * show as reserved: those numbers count as lost, so that a receipt gives its number back and nobody else gets it.
 */
@Component
class NumbersAfterRestore {

    private static final Logger log = LoggerFactory.getLogger(NumbersAfterRestore.class);

    /** More joins than were ever measured in a second. */
    private static final long JOINS_PER_SECOND = 2_500;

    private static final long AT_LEAST = 10_000;
    private static final long AT_MOST = 1_000_000_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String restoredFrom;

    /** @param restoredFrom the moment of the backup, ISO-8601; empty when nothing was restored */
    NumbersAfterRestore(JdbcClient jdbc, Clock clock, @Value("${podo.restored-from:}") String restoredFrom) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.restoredFrom = restoredFrom;
    }

    /** Before the first join, and once per restored backup, whichever instance starts first. */
    @PostConstruct
    void setApart() {
        if (restoredFrom.isEmpty()) {
            return;
        }
        Instant from = Instant.parse(restoredFrom);
        long lost = Duration.between(from, clock.instant()).toSeconds() * JOINS_PER_SECOND;
        int rooms = jdbc.sql("""
                        UPDATE room SET reserved = GREATEST(reserved, drawn) + :gap, restored_from = :from
                        WHERE sales_end_at > :from AND (restored_from IS NULL OR restored_from < :from)
                        """)
                .param("gap", Math.clamp(lost, AT_LEAST, AT_MOST))
                .param("from", Utc.millis(from))
                .update();
        if (rooms > 0) {
            log.info("Set queue numbers apart in {} rooms: fans may have joined after the backup of {}", rooms, from);
        }
    }
}
