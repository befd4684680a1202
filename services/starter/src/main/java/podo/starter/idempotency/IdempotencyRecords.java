package podo.starter.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import podo.starter.jdbc.Utc;

/** The table {@code idempotency_key}: the request that inserts the row of a scope runs, all others read the stored response. */
class IdempotencyRecords {

    static final Duration RETENTION = Duration.ofHours(24);
    /** A claim this old without a response belongs to a process that died; the work itself is repeatable. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);

    /** @param status 0 while the first request is still running */
    record StoredResponse(
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

    /** Empty when the caller now holds the claim, else the response (or running claim) of the first request. */
    Optional<StoredResponse> claim(String scope, String requestHash) {
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
                        .param("expired", now().minus(RETENTION))
                        .param("abandoned", now().minus(ABANDONED_AFTER))
                        .update()
                == 1;
    }

    private Optional<StoredResponse> first(String scope) {
        return jdbc.sql("SELECT request_hash, status, content_type, body FROM idempotency_key WHERE scope = ?")
                .param(scope)
                .query(StoredResponse.class)
                .optional();
    }

    void store(String scope, int status, @Nullable String contentType, String body) {
        jdbc.sql("UPDATE idempotency_key SET status = ?, content_type = ?, body = ? WHERE scope = ?")
                .param(status)
                .param(contentType)
                .param(body)
                .param(scope)
                .update();
    }

    void release(String scope) {
        jdbc.sql("DELETE FROM idempotency_key WHERE scope = ? AND status = 0")
                .param(scope)
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void deleteExpired() {
        jdbc.sql("DELETE FROM idempotency_key WHERE claimed_at < ? LIMIT 10000")
                .param(now().minus(RETENTION))
                .update();
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }
}
