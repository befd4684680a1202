package podo.reservation.booking.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;
import podo.starter.problem.InvalidField;

/**
 * Which booking uses which code. A use and the code's number change in one transaction, so that they always agree; the row of the code decides between
 * fans who come at once. Who takes a use has the booking's row locked.
 */
@Repository
public class CodeUses {

    /** A payment that was opened may come this long after the hold: until then nobody else gets its use. */
    private static final Duration LATE_PAYMENT = Duration.ofMinutes(30);

    private static final int AT_ONCE = 500;

    private record Use(String bookingId, long codeId) {}

    private final JdbcClient jdbc;
    private final DiscountCodes codes;
    private final Clock clock;

    CodeUses(JdbcClient jdbc, DiscountCodes codes, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
    }

    /** Whether a booking of the event may come to use a code. */
    public boolean arePossible(long eventId) {
        return codes.exist(eventId);
    }

    /** Throws {@link InvalidField} with the reason unless the code can be used at this moment; it takes nothing. */
    public void requireUsable(long eventId, String typed) {
        DiscountCode code = known(eventId, typed);
        Instant now = clock.instant();
        if (code.validFrom() != null && now.isBefore(code.validFrom())) {
            throw new InvalidField("code", "code-not-yet");
        }
        if (code.validUntil() != null && !now.isBefore(code.validUntil())) {
            throw new InvalidField("code", "code-over");
        }
    }

    /** Takes a use for this booking, or throws {@link InvalidField} with the reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AppliedCode take(long eventId, String typed, String bookingId, long fanId) {
        DiscountCode code = known(eventId, typed);
        if (!codes.take(code.id())) {
            throw new InvalidField("code", "code-used-up");
        }
        // the code's row is locked by now, so nobody else counts at the same time
        if (code.mostPerFan() != null && countOf(code.id(), fanId) >= code.mostPerFan()) {
            throw new InvalidField("code", "code-used-by-you");
        }
        jdbc.sql("""
                        INSERT INTO code_use (booking_id, code_id, fan_id, used_at) VALUES (:booking, :code, :fan, :now)
                        ON DUPLICATE KEY UPDATE code_id = :code, used_at = :now, ended_at = NULL
                        """)
                .param("booking", bookingId)
                .param("code", code.id())
                .param("fan", fanId)
                .param("now", Utc.millis(clock.instant()))
                .update();
        return code.applied();
    }

    /** Gives the booking's use back, if it has one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String bookingId) {
        jdbc.sql("SELECT booking_id, code_id FROM code_use WHERE booking_id = ? AND ended_at IS NULL")
                .param(bookingId)
                .query((row, n) -> new Use(row.getString(1), row.getLong(2)))
                .optional()
                .ifPresent(this::end);
    }

    /** False when the use was given back since, as its hold seemed to be over, and the code allows no other one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(String bookingId, long codeId) {
        boolean isEnded = jdbc.sql("SELECT COUNT(*) FROM code_use WHERE booking_id = ? AND ended_at IS NOT NULL FOR UPDATE")
                        .param(bookingId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!isEnded) {
            return true;
        }
        if (!codes.take(codeId)) {
            return false;
        }
        jdbc.sql("UPDATE code_use SET ended_at = NULL WHERE booking_id = ?")
                .param(bookingId)
                .update();
        return true;
    }

    /** Gives back the uses of bookings that lapsed, were given up or refunded, and takes back those of bookings that were paid late. */
    @Transactional
    public void settle() {
        Instant now = clock.instant();
        over(now).forEach(this::end);
        jdbc.sql("""
                        SELECT u.booking_id, u.code_id FROM code_use u JOIN booking b ON b.id = u.booking_id
                        WHERE u.ended_at > :since AND b.state IN ('PAID', 'CONFIRMED') LIMIT :most
                        """)
                .param("since", Utc.millis(now.minus(Duration.ofDays(2))))
                .param("most", AT_ONCE)
                .query((row, n) -> new Use(row.getString(1), row.getLong(2)))
                .list()
                .forEach(this::takeBack);
    }

    private List<Use> over(Instant now) {
        return jdbc.sql("""
                        SELECT u.booking_id, u.code_id FROM code_use u JOIN booking b ON b.id = u.booking_id
                        WHERE u.ended_at IS NULL AND (b.state = 'REFUNDED'
                            OR b.state = 'CANCELLED' AND (NOT b.sum_fixed OR b.expires_at < :late
                                OR EXISTS (SELECT 1 FROM booked_seat s WHERE s.booking_id = b.id AND s.state <> 'BOOKED'))
                            OR b.state = 'PENDING' AND b.expires_at < IF(b.sum_fixed, :late, :now))
                        ORDER BY u.booking_id LIMIT :most
                        """)
                .param("late", Utc.millis(now.minus(LATE_PAYMENT)))
                .param("now", Utc.millis(now))
                .param("most", AT_ONCE)
                .query((row, n) -> new Use(row.getString(1), row.getLong(2)))
                .list();
    }

    private DiscountCode known(long eventId, String typed) {
        return codes.find(eventId, CodeName.fold(typed))
                .filter(DiscountCode::active)
                .orElseThrow(() -> new InvalidField("code", "no-such-code"));
    }

    private int countOf(long codeId, long fanId) {
        return jdbc.sql("SELECT COUNT(*) FROM code_use WHERE code_id = ? AND fan_id = ? AND ended_at IS NULL")
                .params(codeId, fanId)
                .query(Integer.class)
                .single();
    }

    private void end(Use use) {
        int ended = jdbc.sql("UPDATE code_use SET ended_at = ? WHERE booking_id = ? AND ended_at IS NULL")
                .params(Utc.millis(clock.instant()), use.bookingId())
                .update();
        if (ended == 1) {
            codes.count(use.codeId(), -1);
        }
    }

    private void takeBack(Use use) {
        int taken = jdbc.sql("UPDATE code_use SET ended_at = NULL WHERE booking_id = ? AND ended_at IS NOT NULL")
                .param(use.bookingId())
                .update();
        if (taken == 1) {
            codes.count(use.codeId(), 1);
        }
    }
}
