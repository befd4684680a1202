package podo.starter.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The first answers, by scope: whoever inserts the row does the work, all others read what came of it. */
class IdempotencyRecords {

    static final Duration KEPT = Duration.ofHours(24);
    /** A claim this old without an answer belongs to a process that died; the work itself is repeatable. */
    static final Duration ABANDONED = Duration.ofSeconds(60);

    /** @param status 0 while the first call is still running */
    record Answer(
            String requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String body) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the caller may go ahead, else the answer (or claim) of the first call. */
    Optional<Answer> claim(String scope, String requestHash) {
        try {
            jdbc.sql("INSERT INTO idempotency_key (scope, request_hash, status, claimed_at) VALUES (?, ?, 0, ?)")
                    .params(scope, requestHash, now())
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return takeOver(scope, requestHash) ? Optional.empty() : first(scope);
        }
    }

    private boolean takeOver(String scope, String requestHash) {
        return jdbc.sql("""
                        UPDATE idempotency_key SET request_hash = :hash, status = 0, claimed_at = :now
                        WHERE scope = :scope
                          AND (claimed_at < :expired OR (status = 0 AND claimed_at < :abandoned AND request_hash = :hash))
                        """)
                        .param("hash", requestHash)
                        .param("scope", scope)
                        .param("now", now())
                        .param("expired", now().minus(KEPT))
                        .param("abandoned", now().minus(ABANDONED))
                        .update()
                == 1;
    }

    private Optional<Answer> first(String scope) {
        return jdbc.sql("SELECT request_hash, status, content_type, body FROM idempotency_key WHERE scope = ?")
                .param(scope)
                .query(Answer.class)
                .optional();
    }

    void keep(String scope, int status, @Nullable String contentType, String body) {
        jdbc.sql("UPDATE idempotency_key SET status = ?, content_type = ?, body = ? WHERE scope = ?")
                .params(status, contentType, body, scope)
                .update();
    }

    void giveUp(String scope) {
        jdbc.sql("DELETE FROM idempotency_key WHERE scope = ? AND status = 0")
                .param(scope)
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        jdbc.sql("DELETE FROM idempotency_key WHERE claimed_at < ? LIMIT 10000")
                .param(now().minus(KEPT))
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
