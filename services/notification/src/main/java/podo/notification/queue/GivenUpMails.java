package podo.notification.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/** Mails that were given up, of all orders and accounts: what an operator asks for once the mail server is well again. */
@Repository
public class GivenUpMails {

    /** @param since when the first of them was given up; null without one */
    public record GivenUp(long count, @Nullable Instant since) {}

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GivenUpMails(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public GivenUp count() {
        return jdbc.sql("SELECT COUNT(*), MIN(ended_at) AS since FROM mail WHERE state = 'FAILED'")
                .query(GivenUpMails::read)
                .single();
    }

    /** All of them, 10,000 at most, the oldest first; each is written anew, so that what is not true any more is dropped. Answers how many. */
    @Transactional
    public int sendAgain() {
        int queued = jdbc.sql("""
                        UPDATE mail SET state = 'QUEUED', tries = 0, again = again + 1, due_at = :now, ended_at = NULL, problem = NULL
                        WHERE state = 'FAILED' ORDER BY id LIMIT :most
                        """)
                .param("now", Utc.millis(clock.instant()))
                .param("most", AT_ONCE)
                .update();
        if (queued > 0) {
            events.publishEvent(new MailAdded());
        }
        return queued;
    }

    private static GivenUp read(ResultSet row, int n) throws SQLException {
        return new GivenUp(row.getLong(1), Utc.instantOrNull(row, "since"));
    }
}
