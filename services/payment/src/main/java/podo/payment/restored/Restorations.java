package podo.payment.restored;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.starter.jdbc.Utc;

/** The table {@code restoration}: which backups were restored, and whether what came after them is settled. */
@Component
class Restorations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Restorations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when another instance is at it, or it is settled */
    boolean claim(Instant restoredFrom, Duration claim) {
        Instant now = clock.instant();
        jdbc.sql("INSERT IGNORE INTO restoration (restored_from, found_at) VALUES (?, ?)")
                .params(Utc.millis(restoredFrom), Utc.millis(now))
                .update();
        return jdbc.sql("""
                        UPDATE restoration SET claimed_until = :until
                        WHERE restored_from = :from AND settled_at IS NULL AND (claimed_until IS NULL OR claimed_until <= :now)
                        """)
                        .param("until", Utc.millis(now.plus(claim)))
                        .param("from", Utc.millis(restoredFrom))
                        .param("now", Utc.millis(now))
                        .update()
                == 1;
    }

    boolean isSettled(Instant restoredFrom) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM restoration WHERE restored_from = ? AND settled_at IS NOT NULL)")
                .param(Utc.millis(restoredFrom))
                .query(Boolean.class)
                .single();
    }

    /** When the first instance began with this backup. */
    Instant foundAt(Instant restoredFrom) {
        return jdbc.sql("SELECT found_at FROM restoration WHERE restored_from = ?")
                .param(Utc.millis(restoredFrom))
                .query((row, number) -> Utc.instant(row, "found_at"))
                .single();
    }

    /** Ends this pass; another one follows unless all is settled. */
    void release(Instant restoredFrom, boolean settled) {
        jdbc.sql("UPDATE restoration SET claimed_until = NULL, settled_at = :settled WHERE restored_from = :from")
                .param("settled", settled ? Utc.millis(clock.instant()) : null)
                .param("from", Utc.millis(restoredFrom))
                .update();
    }
}
