package podo.reservation.booking.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import podo.starter.jdbc.Utc;

/**
 * Gives back the uses of bookings whose hold is over or that were given up, each in a transaction of its own, and takes those of bookings that were
 * paid late. What is confirmed is not looked at again: its cancellation gives its use back.
 */
@Repository
class LapsedUses {

    private static final Duration TAKEN_BACK_WITHIN = Duration.ofDays(2);
    private static final int AT_ONCE = 500;
    private static final String LAPSED = """
            SELECT u.booking_id, u.code_id FROM code_use u JOIN booking b ON b.id = u.booking_id
            WHERE NOT u.confirmed AND u.ended_at IS NULL AND (b.state = 'PENDING' AND b.expires_at < IF(b.sum_fixed, :late, :now)
                OR b.state = 'CANCELLED' AND (NOT b.sum_fixed OR b.expires_at < :late))
            ORDER BY u.booking_id LIMIT :most
            """;
    private static final String PAID_LATE = """
            SELECT u.booking_id, u.code_id FROM code_use u JOIN booking b ON b.id = u.booking_id
            WHERE u.ended_at > :since AND b.state IN ('PAID', 'CONFIRMED') AND b.code IS NOT NULL LIMIT :most
            """;
    private static final String CONFIRMED = """
            SELECT u.booking_id, u.code_id FROM code_use u JOIN booking b ON b.id = u.booking_id
            WHERE NOT u.confirmed AND u.ended_at IS NULL AND b.state = 'CONFIRMED' LIMIT :most
            """;

    private record Use(String bookingId, long codeId) {}

    private final JdbcClient jdbc;
    private final CodeUses uses;
    private final TransactionTemplate transaction;
    private final CodeSettings settings;
    private final Clock clock;

    LapsedUses(JdbcClient jdbc, CodeUses uses, TransactionTemplate transaction, CodeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every instance may do it at the same time, and again. */
    void settle() {
        find(LAPSED).forEach(use -> transaction.executeWithoutResult(commit -> uses.end(use.bookingId())));
        find(PAID_LATE)
                .forEach(use ->
                        transaction.executeWithoutResult(commit -> uses.takeBack(use.bookingId(), use.codeId())));
        find(CONFIRMED)
                .forEach(use -> jdbc.sql("UPDATE code_use SET confirmed = TRUE WHERE booking_id = ?")
                        .param(use.bookingId())
                        .update());
    }

    private List<Use> find(String query) {
        Instant now = clock.instant();
        return jdbc.sql(query)
                .param("now", Utc.millis(now))
                .param("late", Utc.millis(now.minus(settings.latePayment())))
                .param("since", Utc.millis(now.minus(TAKEN_BACK_WITHIN)))
                .param("most", AT_ONCE)
                .query((row, n) -> new Use(row.getString(1), row.getLong(2)))
                .list();
    }
}
