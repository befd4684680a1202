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
import podo.payment.order.SeatIdsColumn;
import podo.payment.pg.PgSettings;
import podo.starter.jdbc.Utc;

/** The table {@code refund}. An instance claims a refund by moving {@code try_at} into the future. */
@Component
class Refunds {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration claimDuration;

    Refunds(JdbcClient jdbc, Clock clock, PgSettings pg) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.claimDuration = pg.longestExchange();
    }

    /** @return false when this refund is stored already */
    boolean insertIfAbsent(
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
                        .param("seats", SeatIdsColumn.write(seatIds))
                        .param("amount", amount)
                        .param("fee", fee)
                        .param("reason", reason.length() <= 200 ? reason : reason.substring(0, 200))
                        .param("now", Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    /** How many of the order's seats were refunded; a move gives a seat another id and leaves their number. */
    int countSeatsBack(String orderId) {
        return jdbc
                .sql("SELECT seat_ids FROM refund WHERE order_id = ? AND payment_key IS NULL AND state = 'DONE'")
                .param(orderId)
                .query((row, n) -> SeatIdsColumn.read(row.getString(1)).size())
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    boolean markEnded(Refund refund, RefundState state) {
        return jdbc.sql("UPDATE refund SET state = ?, done_at = ? WHERE id = ? AND state IN ('WANTED', 'STUCK')")
                        .params(state.name(), Utc.column(clock.instant()), refund.id())
                        .update()
                == 1;
    }

    /** The result is unknown. */
    void retryWithSameKey(Refund refund, String reason, Duration pause) {
        retry(refund, reason, pause, 0, 1);
    }

    /** The bank certainly did not do it. */
    void retryWithNewKey(Refund refund, String reason, Duration pause) {
        retry(refund, reason, pause, 1, 0);
    }

    void markStuck(Refund refund, String reason) {
        jdbc.sql("UPDATE refund SET state = 'STUCK', last_seen = ? WHERE id = ? AND state = 'WANTED'")
                .params(cut(reason), refund.id())
                .update();
    }

    /** An operator wants another try: a look-up comes first, and a new key is used only after a certain refusal. */
    boolean markWanted(String id) {
        return jdbc.sql("""
                        UPDATE refund SET key_number = CASE WHEN state = 'STUCK' THEN key_number + 1 ELSE key_number END,
                            tries = tries + 1, state = 'WANTED', try_at = ?
                        WHERE id = ? AND state IN ('STUCK', 'WANTED')
                        """).params(Utc.column(clock.instant()), id).update() == 1;
    }

    void postpone(Refund refund, Duration pause) {
        jdbc.sql("UPDATE refund SET try_at = ? WHERE id = ?")
                .params(Utc.column(clock.instant().plus(pause)), refund.id())
                .update();
    }

    /** Whether {@link #claimDue} may find one: a statement without the transaction that a claim needs. */
    public boolean isAnyDue() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM refund WHERE state = 'WANTED' AND try_at <= ?)")
                .param(Utc.column(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Claims due refunds; no other instance gets them before the claim runs out. */
    @Transactional
    public List<Refund> claimDue(int limit) {
        Instant now = clock.instant();
        List<Refund> due = jdbc.sql("""
                        SELECT id, order_id, payment_key, seat_ids, amount, fee, reason, state, key_number, tries
                        FROM refund WHERE state = 'WANTED' AND try_at <= ?
                        ORDER BY try_at LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Utc.column(now), limit)
                .query(Refunds::read)
                .list();
        if (!due.isEmpty()) {
            jdbc.sql("UPDATE refund SET try_at = :until WHERE id IN (:ids)")
                    .param("until", Utc.column(now.plus(claimDuration)))
                    .param("ids", due.stream().map(Refund::id).toList())
                    .update();
        }
        return due;
    }

    private void retry(Refund refund, String reason, Duration pause, int nextKey, int oneMoreTry) {
        jdbc.sql("""
                        UPDATE refund SET key_number = key_number + ?, tries = tries + ?, last_seen = ?, try_at = ?
                        WHERE id = ? AND state = 'WANTED'
                        """)
                .params(
                        nextKey,
                        oneMoreTry,
                        cut(reason),
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
                SeatIdsColumn.read(row.getString("seat_ids")),
                row.getLong("amount"),
                row.getLong("fee"),
                row.getString("reason"),
                RefundState.valueOf(row.getString("state")),
                row.getInt("key_number"),
                row.getInt("tries"));
    }
}
