package podo.notification.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/**
 * The table {@code webhook_message}. Whoever sends a message first moves its due time ahead, so that two instances do not send it at once and a
 * killed one's message is due again.
 */
@Repository
public class WebhookMessages {

    /** The message's row changed so that it is due now; published in the transaction. */
    public record MessageDue() {}

    private static final String MESSAGE = """
            SELECT id, webhook_id, message_id, type, body, state, tries, due_at, made_at, ended_at FROM webhook_message
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TeamWebhookSettings settings;
    private final Clock clock;

    WebhookMessages(JdbcClient jdbc, ApplicationEventPublisher events, TeamWebhookSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing when the webhook was told this before. */
    @Transactional
    public void add(long webhookId, String messageId, String type, String body) {
        int added = jdbc.sql("""
                        INSERT IGNORE INTO webhook_message (webhook_id, message_id, type, body, state, due_at, made_at)
                        VALUES (:webhook, :message, :type, :body, 'DUE', :now, :now)
                        """)
                .param("webhook", webhookId)
                .param("message", messageId)
                .param("type", type)
                .param("body", body)
                .param("now", Utc.millis(clock.instant()))
                .update();
        if (added > 0) {
            events.publishEvent(new MessageDue());
        }
    }

    /** Webhooks with something due. */
    public List<Long> due() {
        return jdbc.sql(
                        "SELECT DISTINCT webhook_id FROM webhook_message WHERE state = 'DUE' AND due_at <= ? LIMIT 10000")
                .param(Utc.millis(clock.instant()))
                .query((row, n) -> row.getLong("webhook_id"))
                .list();
    }

    /** Takes messages to this webhook that are due, the oldest first, and counts a try of each. */
    @Transactional
    public List<WebhookMessage> takeDue(long webhookId, int most) {
        Instant now = clock.instant();
        List<WebhookMessage> taken = jdbc.sql(MESSAGE + """
                        WHERE state = 'DUE' AND webhook_id = ? AND due_at <= ?
                        ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(webhookId, Utc.millis(now), most)
                .query(WebhookMessages::read)
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql("UPDATE webhook_message SET tries = tries + 1, due_at = :until WHERE id IN (:ids)")
                    .param("until", Utc.millis(now.plus(settings.lease())))
                    .param("ids", taken.stream().map(WebhookMessage::id).toList())
                    .update();
        }
        return taken;
    }

    public void end(long id, WebhookMessage.State state) {
        jdbc.sql("UPDATE webhook_message SET state = ?, ended_at = ? WHERE id = ?")
                .params(state.name(), Utc.millis(clock.instant()), id)
                .update();
    }

    public void postpone(long id, Duration pause) {
        jdbc.sql("UPDATE webhook_message SET due_at = ? WHERE id = ? AND state = 'DUE'")
                .params(Utc.millis(clock.instant().plus(pause)), id)
                .update();
    }

    /** Nothing more is sent to a webhook that was switched off. */
    public void giveUpAll(long webhookId) {
        jdbc.sql("UPDATE webhook_message SET state = 'FAILED', ended_at = ? WHERE webhook_id = ? AND state = 'DUE'")
                .params(Utc.millis(clock.instant()), webhookId)
                .update();
    }

    /** Has it sent now, from its first try on, unless that is about to happen; false when the webhook has no such message. */
    @Transactional
    public boolean sendAgain(long webhookId, long id) {
        jdbc.sql("""
                        UPDATE webhook_message SET state = 'DUE', tries = 0, due_at = :now, ended_at = NULL
                        WHERE id = :id AND webhook_id = :webhook AND (state <> 'DUE' OR due_at > :soon)
                        """)
                .param("now", Utc.millis(clock.instant()))
                .param("soon", Utc.millis(clock.instant().plus(settings.lease())))
                .param("id", id)
                .param("webhook", webhookId)
                .update();
        events.publishEvent(new MessageDue());
        return find(webhookId, id).isPresent();
    }

    public Optional<WebhookMessage> find(long webhookId, long id) {
        return jdbc.sql(MESSAGE + "WHERE webhook_id = ? AND id = ?")
                .params(webhookId, id)
                .query(WebhookMessages::read)
                .optional();
    }

    /** Newest first, those before this id. */
    public List<WebhookMessage> of(long webhookId, long before, int limit) {
        return jdbc.sql(MESSAGE + "WHERE webhook_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(webhookId, before, limit)
                .query(WebhookMessages::read)
                .list();
    }

    public int countSince(long webhookId, String type, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM webhook_message WHERE webhook_id = ? AND type = ? AND made_at > ?")
                .params(webhookId, type, Utc.millis(since))
                .query(Integer.class)
                .single();
    }

    public void note(long id, WebhookTry made) {
        jdbc.sql("""
                        INSERT INTO webhook_try (message_id, at, millis, status, problem, answer)
                        VALUES (:message, :at, :millis, :status, :problem, :answer)
                        """)
                .param("message", id)
                .param("at", Utc.millis(made.at()))
                .param("millis", made.millis())
                .param("status", made.status())
                .param("problem", made.problem())
                .param("answer", made.answer())
                .update();
    }

    /** The tries of messages, by the message's id, oldest first. */
    public Map<Long, List<WebhookTry>> tries(List<Long> ids) {
        record Row(long id, WebhookTry made) {}
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "SELECT message_id, at, millis, status, problem, answer FROM webhook_try WHERE message_id IN (:ids) ORDER BY id")
                        .param("ids", ids)
                        .query((row, n) -> new Row(
                                row.getLong("message_id"),
                                new WebhookTry(
                                        Utc.instant(row, "at"),
                                        row.getInt("millis"),
                                        row.getObject("status", Integer.class),
                                        row.getString("problem"),
                                        row.getString("answer"))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Row::id, Collectors.mapping(Row::made, Collectors.toList())));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void deleteOld() {
        jdbc.sql("DELETE FROM webhook_message WHERE made_at < ? LIMIT 10000")
                .param(Utc.millis(clock.instant().minus(settings.kept())))
                .update();
    }

    private static WebhookMessage read(ResultSet row, int n) throws SQLException {
        return new WebhookMessage(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("message_id"),
                row.getString("type"),
                row.getString("body"),
                WebhookMessage.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Utc.instant(row, "due_at"),
                Utc.instant(row, "made_at"),
                Utc.instantOrNull(row, "ended_at"));
    }
}
