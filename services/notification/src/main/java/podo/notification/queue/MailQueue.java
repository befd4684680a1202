package podo.notification.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/**
 * The rows of mails. A unique key keeps one thing from being mailed twice; whoever sends a mail first moves its due time ahead, so that two
 * instances do not send it at once and a killed one's mail is due again.
 */
@Repository
public class MailQueue {

    /** Kinds that are asked for on the chance that they will be true. */
    private static final List<String> POSSIBLE = List.of(MailKind.SHOW_CANCELLED.name(), MailKind.CHECKING.name());

    /** Kafka keeps messages for seven days, so none of an older one comes again. */
    private static final int KEPT_DAYS = 90;

    private static final int LONGEST_PROBLEM = 300;

    private static final String STATUS =
            "SELECT id, kind, subject, state, tries, created_at, ended_at, problem FROM mail ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the request; false when there is one with its key. */
    @Transactional
    public boolean add(MailRequest request) {
        boolean isNew = jdbc.sql("""
                INSERT IGNORE INTO mail (mail_key, kind, subject, account_id, amount, seat_ids, state, due_at, created_at)
                VALUES (:key, :kind, :subject, :account, :amount, :seats, 'QUEUED', :due, :now)
                """)
                        .param("key", request.key())
                        .param("kind", request.kind().name())
                        .param("subject", request.subject())
                        .param("account", request.accountId())
                        .param("amount", request.amount())
                        .param(
                                "seats",
                                request.seatIds().stream().map(String::valueOf).collect(Collectors.joining(",")))
                        .param("due", Utc.millis(request.dueAt()))
                        .param("now", Utc.millis(clock.instant()))
                        .update()
                == 1;
        if (isNew) {
            events.publishEvent(new MailAdded());
        }
        return isNew;
    }

    /** Ends a mail that nobody needs any more, unless it was sent; true when it was sent. */
    @Transactional
    public boolean dropUnlessSent(String key) {
        jdbc.sql("UPDATE mail SET state = 'DROPPED', ended_at = ? WHERE mail_key = ? AND state = 'QUEUED'")
                .params(Utc.millis(clock.instant()), key)
                .update();
        return jdbc.sql("SELECT 1 FROM mail WHERE mail_key = ? AND state = 'SENT'")
                .param(key)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Takes mails that are due and counts a try of each; they are due again after {@code lease}, if nothing else is heard of them. */
    @Transactional
    public List<QueuedMail> takeDue(int most, Duration lease) {
        Instant now = clock.instant();
        List<QueuedMail> due = jdbc.sql("""
                SELECT id, mail_key, kind, subject, account_id, amount, seat_ids, tries, again, created_at
                FROM mail WHERE state = 'QUEUED' AND due_at <= ? ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                """)
                .params(Utc.millis(now), most)
                .query(MailQueue::read)
                .list();
        if (!due.isEmpty()) {
            jdbc.sql("UPDATE mail SET tries = tries + 1, due_at = :until WHERE id IN (:ids)")
                    .param("until", Utc.millis(now.plus(lease)))
                    .param("ids", due.stream().map(QueuedMail::id).toList())
                    .update();
        }
        return due;
    }

    public void rememberAccount(long id, long accountId) {
        jdbc.sql("UPDATE mail SET account_id = ? WHERE id = ?")
                .params(accountId, id)
                .update();
    }

    /** False when the mail was dropped in the meantime; that it was sent is kept all the same. */
    @Transactional
    public boolean end(long id, MailState state, @Nullable String problem) {
        boolean wasWanted = jdbc.sql("SELECT state FROM mail WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .filter(MailState.QUEUED.name()::equals)
                .isPresent();
        jdbc.sql("""
                UPDATE mail SET state = :state, ended_at = :now, problem = :problem WHERE id = :id AND (:sent OR state = 'QUEUED')
                """)
                .param("state", state.name())
                .param("now", Utc.millis(clock.instant()))
                .param("problem", shortened(problem))
                .param("id", id)
                .param("sent", state == MailState.SENT)
                .update();
        return wasWanted;
    }

    /** To be tried again; {@code counts}: whether the try was the mail's own failure. */
    public void postpone(long id, Duration pause, String problem, boolean counts) {
        jdbc.sql(
                        "UPDATE mail SET due_at = :due, problem = :problem, tries = tries - :not WHERE id = :id AND state = 'QUEUED'")
                .param("due", Utc.millis(clock.instant().plus(pause)))
                .param("problem", shortened(problem))
                .param("not", counts ? 0 : 1)
                .param("id", id)
                .update();
    }

    /** Nothing more is sent to an account that is deleted, and no row names it. */
    @Transactional
    public void forgetAccount(long accountId) {
        jdbc.sql("UPDATE mail SET state = 'DROPPED', ended_at = ? WHERE account_id = ? AND state = 'QUEUED'")
                .params(Utc.millis(clock.instant()), accountId)
                .update();
        jdbc.sql("UPDATE mail SET account_id = NULL WHERE account_id = ?")
                .param(accountId)
                .update();
    }

    /**
     * Has a mail about this subject sent again that was given up, or sent more than {@code pause} ago; any other is left as it is. False when there
     * is none with this id.
     */
    @Transactional
    public boolean sendAgain(String subject, long id, Duration pause) {
        Instant now = clock.instant();
        int queued = jdbc.sql("""
                        UPDATE mail SET state = 'QUEUED', tries = 0, again = again + 1, due_at = :now, ended_at = NULL, problem = NULL
                        WHERE id = :id AND subject = :subject AND (state = 'FAILED' OR state = 'SENT' AND ended_at < :before)
                        """)
                .param("now", Utc.millis(now))
                .param("before", Utc.millis(now.minus(pause)))
                .param("id", id)
                .param("subject", subject)
                .update();
        if (queued == 1) {
            events.publishEvent(new MailAdded());
        }
        return queued == 1
                || jdbc.sql("SELECT 1 FROM mail WHERE id = ? AND subject = ?")
                        .params(id, subject)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    /**
     * Newest first, 1,000 at most. Without those that are asked for before it is known whether what they say is true, as long as it is not
     * known, and when it is not: that a refund has an "event cancelled" waiting tells nobody anything. One that was written has a reader.
     */
    public List<MailStatus> ofSubject(String subject) {
        return jdbc.sql(STATUS + """
                        WHERE subject = :subject
                            AND NOT (kind IN (:possible) AND (state = 'DROPPED' OR state = 'QUEUED' AND account_id IS NULL))
                        ORDER BY id DESC LIMIT 1000
                        """)
                .param("subject", subject)
                .param("possible", POSSIBLE)
                .query(MailQueue::readStatus)
                .list();
    }

    /** Newest first, 1,000 at most. */
    public List<MailStatus> ofAccount(long accountId) {
        return jdbc.sql(STATUS + "WHERE account_id = ? ORDER BY id DESC LIMIT 1000")
                .param(accountId)
                .query(MailQueue::readStatus)
                .list();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void deleteOld() {
        jdbc.sql("DELETE FROM mail WHERE ended_at < ? LIMIT 10000")
                .param(Utc.millis(clock.instant().minus(Duration.ofDays(KEPT_DAYS))))
                .update();
    }

    private static QueuedMail read(ResultSet row, int n) throws SQLException {
        String seats = row.getString("seat_ids");
        return new QueuedMail(
                row.getLong("id"),
                row.getString("mail_key"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("account_id", Long.class),
                row.getObject("amount", Long.class),
                seats == null || seats.isEmpty()
                        ? List.of()
                        : Arrays.stream(seats.split(",")).map(Long::valueOf).toList(),
                row.getInt("tries") + 1,
                row.getInt("again"),
                Utc.instant(row, "created_at"));
    }

    private static MailStatus readStatus(ResultSet row, int n) throws SQLException {
        return new MailStatus(
                row.getLong("id"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                MailState.valueOf(row.getString("state")),
                row.getInt("tries"),
                Utc.instant(row, "created_at"),
                Utc.instantOrNull(row, "ended_at"),
                row.getString("problem"));
    }

    private static @Nullable String shortened(@Nullable String problem) {
        return problem == null || problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }
}
