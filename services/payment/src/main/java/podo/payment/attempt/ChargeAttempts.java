package podo.payment.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.payment.pg.PgSettings;
import podo.starter.jdbc.Utc;

/**
 * The table {@code attempt}. An open attempt belongs to the instance that claimed it until {@code claimed_until}; a webhook
 * or an operator may bring {@code look_at} forward, but starts no second look-up beside the claim.
 */
@Component
public class ChargeAttempts {

    private static final String COLUMNS =
            "id, order_id, payment_key, idempotency_key, state, code, message, pinned_until, started_at,"
                    + " sent_at, looks";
    private static final Duration FIRST_LOOK_AFTER_CRASH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration claimDuration;

    ChargeAttempts(JdbcClient jdbc, Clock clock, PgSettings pg) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.claimDuration = pg.longestExchange();
    }

    /** Longer than any exchange with the bank, so that two instances never ask about the same attempt. */
    public Duration claimDuration() {
        return claimDuration;
    }

    public Optional<ChargeAttempt> find(String orderId, String paymentKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM attempt WHERE order_id = ? AND payment_key = ?")
                .params(orderId, paymentKey)
                .query(ChargeAttempts::read)
                .optional();
    }

    public Optional<ChargeAttempt> findLast(String orderId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM attempt WHERE order_id = ? ORDER BY id DESC LIMIT 1")
                .param(orderId)
                .query(ChargeAttempts::read)
                .optional();
    }

    /** Replaces a DROPPED attempt with the same payment key. */
    ChargeAttempt insert(String orderId, String paymentKey) {
        Instant now = clock.instant();
        String idempotencyKey = UUID.randomUUID().toString();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("DELETE FROM attempt WHERE order_id = ? AND payment_key = ? AND state = 'DROPPED'")
                .params(orderId, paymentKey)
                .update();
        jdbc.sql("""
                        INSERT INTO attempt (order_id, payment_key, idempotency_key, state, started_at, look_at)
                        VALUES (?, ?, ?, 'STARTED', ?, ?)
                        """)
                .params(
                        orderId,
                        paymentKey,
                        idempotencyKey,
                        Utc.column(now),
                        Utc.column(now.plus(FIRST_LOOK_AFTER_CRASH)))
                .update(id);
        return new ChargeAttempt(
                Objects.requireNonNull(id.getKey()).longValue(),
                orderId,
                paymentKey,
                idempotencyKey,
                ChargeAttemptState.STARTED,
                null,
                null,
                null,
                now,
                null,
                0);
    }

    /**
     * Called right before the request to the bank.
     *
     * @return false when the resolver has dropped the attempt meanwhile
     */
    public boolean markSent(ChargeAttempt attempt, Instant pinnedUntil) {
        Instant now = clock.instant();
        return jdbc.sql("""
                                UPDATE attempt SET state = 'SENT', sent_at = ?, pinned_until = ?, look_at = ?
                                WHERE id = ? AND state = 'STARTED'
                                """)
                        .params(
                                Utc.column(now),
                                Utc.column(pinnedUntil),
                                Utc.column(now.plus(FIRST_LOOK_AFTER_CRASH)),
                                attempt.id())
                        .update()
                == 1;
    }

    boolean markDropped(ChargeAttempt attempt) {
        return close(attempt, ChargeAttemptState.DROPPED, null, null, "'STARTED'");
    }

    /** Also from SENT: only when the bank certainly charged nothing. */
    boolean markDroppedAfterSending(ChargeAttempt attempt) {
        return close(attempt, ChargeAttemptState.DROPPED, null, null, "'STARTED', 'SENT'");
    }

    boolean markDeclined(ChargeAttempt attempt, String code, String message) {
        return close(attempt, ChargeAttemptState.DECLINED, code, cut(message), "'STARTED', 'SENT', 'UNKNOWN'");
    }

    boolean markUnknown(ChargeAttempt attempt, String reason, Instant lookAt) {
        return jdbc.sql(
                                "UPDATE attempt SET state = 'UNKNOWN', last_seen = ?, look_at = ? WHERE id = ? AND state = 'SENT'")
                        .params(cut(reason), Utc.column(lookAt), attempt.id())
                        .update()
                == 1;
    }

    /** A look-up that decided nothing: releases the claim until the next one is due. */
    public void recordLookUp(ChargeAttempt attempt, String answer, Instant nextLook) {
        jdbc.sql("UPDATE attempt SET looks = looks + 1, last_seen = ?, look_at = ?, claimed_until = NULL WHERE id = ?")
                .params(cut(answer), Utc.column(nextLook), attempt.id())
                .update();
    }

    /** While an attempt is open, no other attempt of its order can start. */
    public boolean isOpen(ChargeAttempt attempt) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE id = ? AND state IN ('STARTED', 'SENT', 'UNKNOWN')")
                        .param(attempt.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The order is paid with this key: its attempt becomes APPROVED, every other open one DECLINED. */
    void closeAll(String orderId, String paymentKey) {
        jdbc.sql("""
                        UPDATE attempt SET decided_at = :now, code = CASE WHEN payment_key = :key THEN NULL ELSE 'DUPLICATED_ORDER_ID' END,
                            state = CASE WHEN payment_key = :key THEN 'APPROVED' ELSE 'DECLINED' END
                        WHERE order_id = :order AND (payment_key = :key OR state IN ('STARTED', 'SENT', 'UNKNOWN'))
                        """)
                .param("now", Utc.column(clock.instant()))
                .param("key", paymentKey)
                .param("order", orderId)
                .update();
    }

    /**
     * Makes the next look-up due now.
     *
     * @return false when nothing of this order is unknown
     */
    public boolean bringForward(String orderId) {
        return jdbc.sql("UPDATE attempt SET look_at = ? WHERE order_id = ? AND state = 'UNKNOWN'")
                        .params(Utc.column(clock.instant()), orderId)
                        .update()
                > 0;
    }

    /** Whether {@link #claimDue} may find one: a statement without the transaction that a claim needs. */
    public boolean isAnyDue() {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM attempt WHERE state IN ('STARTED', 'SENT', 'UNKNOWN') AND look_at <= :now
                            AND (claimed_until IS NULL OR claimed_until <= :now))
                        """)
                .param("now", Utc.column(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Claims attempts whose look-up is due; no other instance gets them before the claim runs out. */
    @Transactional
    public List<ChargeAttempt> claimDue(int limit) {
        Instant now = clock.instant();
        List<ChargeAttempt> due = jdbc.sql("""
                        SELECT %s FROM attempt WHERE state IN ('STARTED', 'SENT', 'UNKNOWN') AND look_at <= :now
                            AND (claimed_until IS NULL OR claimed_until <= :now)
                        ORDER BY look_at LIMIT :limit FOR UPDATE SKIP LOCKED
                        """.formatted(COLUMNS))
                .param("now", Utc.column(now))
                .param("limit", limit)
                .query(ChargeAttempts::read)
                .list();
        if (!due.isEmpty()) {
            jdbc.sql("UPDATE attempt SET claimed_until = :until WHERE id IN (:ids)")
                    .param("until", Utc.column(now.plus(claimDuration)))
                    .param("ids", due.stream().map(ChargeAttempt::id).toList())
                    .update();
        }
        return due;
    }

    private boolean close(
            ChargeAttempt attempt,
            ChargeAttemptState state,
            @Nullable String code,
            @Nullable String message,
            String from) {
        return jdbc.sql("UPDATE attempt SET state = :state, code = :code, message = :message, decided_at = :now"
                                + " WHERE id = :id AND state IN (" + from + ")")
                        .param("state", state.name())
                        .param("code", code)
                        .param("message", message)
                        .param("now", Utc.column(clock.instant()))
                        .param("id", attempt.id())
                        .update()
                == 1;
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    private static ChargeAttempt read(ResultSet row, int number) throws SQLException {
        return new ChargeAttempt(
                row.getLong("id"),
                row.getString("order_id"),
                row.getString("payment_key"),
                row.getString("idempotency_key"),
                ChargeAttemptState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("message"),
                Utc.instantOrNull(row, "pinned_until"),
                Utc.instant(row, "started_at"),
                Utc.instantOrNull(row, "sent_at"),
                row.getInt("looks"));
    }
}
