package podo.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers consumed messages for 7 days, for effects that must not happen twice. The times are the database's own
 * {@code UTC_TIMESTAMP}: only the retention reads them, and this module does not depend on the starter's conversion.
 */
public class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records the message with the surrounding transaction.
     *
     * @return false when this consumer has recorded it before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recordIfNew(String consumer, String messageId) {
        return jdbc.sql("INSERT IGNORE INTO inbox (consumer, message_id, heard_at) VALUES (?, ?, UTC_TIMESTAMP(3))")
                        .params(consumer, messageId)
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void deleteOld() {
        jdbc.sql("DELETE FROM inbox WHERE heard_at < UTC_TIMESTAMP(3) - INTERVAL 7 DAY LIMIT 10000")
                .update();
    }
}
