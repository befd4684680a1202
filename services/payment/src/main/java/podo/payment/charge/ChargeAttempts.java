package podo.payment.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.payment.pg.PgSettings;
import podo.starter.jdbc.Utc;

/** The tries to charge. Those that are open are claimed until {@code claimed_until}, whatever hint comes meanwhile: a claim that dies runs out. */
@Component
class ChargeAttempts {

    private static final Duration FIRST_LOOK_AFTER_A_CRASH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration claim;

    ChargeAttempts(JdbcClient jdbc, Clock clock, PgSettings pg) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.claim = pg.longestTalk();
    }

    /** Longer than any talk with the bank, so that two instances don't ask for the same attempt. */
    Duration claim() {
        return claim;
    }

    Optional<ChargeAttempt> find(String orderId, String paymentKey) {
        return jdbc.sql("SELECT * FROM attempt WHERE order_id = ? AND payment_key = ?")
                .params(orderId, paymentKey)
                .query(ChargeAttempts::read)
                .optional();
    }

    Optional<ChargeAttempt> last(String orderId) {
        return jdbc.sql("SELECT * FROM attempt WHERE order_id = ? ORDER BY id DESC LIMIT 1")
                .param(orderId)
                .query(ChargeAttempts::read)
                .optional();
    }

    /** What was never sent may be tried again with the same payment key. */
    ChargeAttempt start(String orderId, String paymentKey) {
        Instant now = clock.instant();
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
                        UUID.randomUUID().toString(),
                        Utc.column(now),
                        Utc.column(now.plus(FIRST_LOOK_AFTER_A_CRASH)))
                .update();
        return find(orderId, paymentKey).orElseThrow();
    }

    /** The last thing before the bank is asked; false when somebody has given the attempt up meanwhile. */
    boolean sending(ChargeAttempt attempt, Instant pinnedUntil) {
        Instant now = clock.instant();
        return jdbc.sql("""
                                UPDATE attempt SET state = 'SENT', sent_at = ?, pinned_until = ?, look_at = ?
                                WHERE id = ? AND state = 'STARTED'
                                """)
                        .params(
                                Utc.column(now),
                                Utc.column(pinnedUntil),
                                Utc.column(now.plus(FIRST_LOOK_AFTER_A_CRASH)),
                                attempt.id())
                        .update()
                == 1;
    }

    boolean drop(ChargeAttempt attempt) {
        return decide(attempt, "DROPPED", null, null, "'STARTED'");
    }

    /** Only for what certainly never reached the bank's books. */
    boolean takeBack(ChargeAttempt attempt) {
        return decide(attempt, "DROPPED", null, null, "'STARTED', 'SENT'");
    }

    boolean decline(ChargeAttempt attempt, String code, String message) {
        return decide(attempt, "DECLINED", code, cut(message), "'STARTED', 'SENT', 'UNKNOWN'");
    }

    boolean lost(ChargeAttempt attempt, String why, Instant lookAt) {
        return jdbc.sql(
                                "UPDATE attempt SET state = 'UNKNOWN', last_seen = ?, look_at = ? WHERE id = ? AND state = 'SENT'")
                        .params(cut(why), Utc.column(lookAt), attempt.id())
                        .update()
                == 1;
    }

    void seen(ChargeAttempt attempt, String what, Instant nextLook) {
        jdbc.sql("UPDATE attempt SET looks = looks + 1, last_seen = ?, look_at = ?, claimed_until = NULL WHERE id = ?")
                .params(cut(what), Utc.column(nextLook), attempt.id())
                .update();
    }

    /** Nobody has decided it yet, so no other attempt of its order has begun. */
    boolean isOpen(ChargeAttempt attempt) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE id = ? AND state IN ('STARTED', 'SENT', 'UNKNOWN')")
                        .param(attempt.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The order is paid with this key: its attempt was the one, all others that were open were not. */
    void settle(String orderId, String paymentKey) {
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

    /** Look as soon as possible: there is a hint that something is decided. */
    boolean hurry(String orderId) {
        return jdbc.sql("UPDATE attempt SET look_at = ? WHERE order_id = ? AND state = 'UNKNOWN'")
                        .params(Utc.column(clock.instant()), orderId)
                        .update()
                > 0;
    }

    /** Takes what is due; nobody else gets it before the claim runs out. */
    @Transactional
    public List<ChargeAttempt> claim(int atMost) {
        Instant now = clock.instant();
        List<ChargeAttempt> due = jdbc.sql("""
                        SELECT * FROM attempt WHERE state IN ('STARTED', 'SENT', 'UNKNOWN') AND look_at <= :now
                            AND (claimed_until IS NULL OR claimed_until <= :now)
                        ORDER BY look_at LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", Utc.column(now))
                .param("most", atMost)
                .query(ChargeAttempts::read)
                .list();
        if (!due.isEmpty()) {
            jdbc.sql("UPDATE attempt SET claimed_until = :until WHERE id IN (:ids)")
                    .param("until", Utc.column(now.plus(claim)))
                    .param("ids", due.stream().map(ChargeAttempt::id).toList())
                    .update();
        }
        return due;
    }

    private boolean decide(
            ChargeAttempt attempt, String state, @Nullable String code, @Nullable String message, String from) {
        return jdbc.sql(
                                "UPDATE attempt SET state = ?, code = ?, message = ?, decided_at = ? WHERE id = ? AND state IN ("
                                        + from + ")")
                        .params(state, code, message, Utc.column(clock.instant()), attempt.id())
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
