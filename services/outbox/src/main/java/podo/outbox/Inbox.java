package podo.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers for a week what was heard, for effects that are not harmless when they come twice. */
public class Inbox {

    private static final Duration MEMORY = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True the first time this consumer hears the message; noted with the surrounding transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean first(String consumer, String messageId) {
        return jdbc.sql("INSERT IGNORE INTO inbox (consumer, message_id, heard_at) VALUES (?, ?, ?)")
                        .params(consumer, messageId, now())
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        jdbc.sql("DELETE FROM inbox WHERE heard_at < ? LIMIT 10000")
                .params(now().minus(MEMORY))
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
