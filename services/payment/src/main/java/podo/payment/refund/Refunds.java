package podo.payment.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.payment.charge.Payments;
import podo.payment.pg.PgSettings;
import podo.starter.jdbc.Utc;

/** The refunds, wanted and done; claimed by pushing {@code try_at} ahead. */
@Component
class Refunds {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration claim;

    Refunds(JdbcClient jdbc, Clock clock, PgSettings pg) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.claim = pg.longestTalk();
    }

    /** @return false when this refund is known already */
    boolean want(
            String id,
            String orderId,
            @Nullable String paymentKey,
            List<Long> seatIds,
            long amount,
            long fee,
            String reason) {
        return jdbc.sql("""
                                INSERT IGNORE INTO refund (id, order_id, payment_key, seat_ids, amount, fee, reason, state, try_at, wanted_at)
                                VALUES (:id, :order, :key, :seats, :amount, :fee, :reason, 'WANTED', :now, :now)
                                """)
                        .param("id", id)
                        .param("order", orderId)
                        .param("key", paymentKey)
                        .param("seats", Payments.join(seatIds))
                        .param("amount", amount)
                        .param("fee", fee)
                        .param("reason", reason.length() <= 200 ? reason : reason.substring(0, 200))
                        .param("now", Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    boolean become(Refund refund, RefundState state) {
        return jdbc.sql("UPDATE refund SET state = ?, done_at = ? WHERE id = ? AND state IN ('WANTED', 'STUCK')")
                        .params(state.name(), Utc.column(clock.instant()), refund.id())
                        .update()
                == 1;
    }

    /** The end is unknown: ask again with the same key. */
    void unknown(Refund refund, String why, Duration pause) {
        again(refund, why, pause, 0, 1);
    }

    /** Certainly not done: the next try is a new one. */
    void refused(Refund refund, String why, Duration pause) {
        again(refund, why, pause, 1, 0);
    }

    void stuck(Refund refund, String why) {
        jdbc.sql("UPDATE refund SET state = 'STUCK', last_seen = ? WHERE id = ? AND state = 'WANTED'")
                .params(cut(why), refund.id())
                .update();
    }

    /** A person has looked: once more, after a look at what was done; with a new key only what was refused for certain. */
    boolean unstick(String id) {
        return jdbc.sql("""
                        UPDATE refund SET key_number = CASE WHEN state = 'STUCK' THEN key_number + 1 ELSE key_number END,
                            tries = tries + 1, state = 'WANTED', try_at = ?
                        WHERE id = ? AND state IN ('STUCK', 'WANTED')
                        """).params(Utc.column(clock.instant()), id).update() == 1;
    }

    void later(Refund refund, Duration pause) {
        jdbc.sql("UPDATE refund SET try_at = ? WHERE id = ?")
                .params(Utc.column(clock.instant().plus(pause)), refund.id())
                .update();
    }

    @Transactional
    public List<Refund> claim(int atMost) {
        Instant now = clock.instant();
        List<Refund> due = jdbc.sql("""
                        SELECT * FROM refund WHERE state = 'WANTED' AND try_at <= ?
                        ORDER BY try_at LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Utc.column(now), atMost)
                .query(Refunds::read)
                .list();
        if (!due.isEmpty()) {
            jdbc.sql("UPDATE refund SET try_at = :until WHERE id IN (:ids)")
                    .param("until", Utc.column(now.plus(claim)))
                    .param("ids", due.stream().map(Refund::id).toList())
                    .update();
        }
        return due;
    }

    private void again(Refund refund, String why, Duration pause, int nextKey, int oneMoreTry) {
        jdbc.sql("""
                        UPDATE refund SET key_number = key_number + ?, tries = tries + ?, last_seen = ?, try_at = ?
                        WHERE id = ? AND state = 'WANTED'
                        """)
                .params(
                        nextKey,
                        oneMoreTry,
                        cut(why),
                        Utc.column(clock.instant().plus(pause)),
                        refund.id())
                .update();
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    private static Refund read(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("payment_key"),
                Payments.split(row.getString("seat_ids")),
                row.getLong("amount"),
                row.getLong("fee"),
                row.getString("reason"),
                RefundState.valueOf(row.getString("state")),
                row.getInt("key_number"),
                row.getInt("tries"));
    }
}
