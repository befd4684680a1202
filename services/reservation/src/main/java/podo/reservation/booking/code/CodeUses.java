package podo.reservation.booking.code;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.booking.code.discount.AppliedCode;
import podo.starter.jdbc.Utc;
import podo.starter.problem.InvalidField;

/**
 * Which booking uses which code. A use and the code's number change in one transaction, so that they always agree; the row of the code decides between
 * fans who come at once. Rows are locked in this order: the booking (by the caller), codes by id, the use.
 */
@Repository
public class CodeUses {

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

    /**
     * Takes a use for this booking and gives that of its earlier code back, or throws {@link InvalidField} with the reason; then the transaction must be
     * rolled back, and the earlier code is kept. The code that the booking uses already stays as it is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AppliedCode take(long eventId, String typed, String bookingId, long fanId) {
        DiscountCode code = Optional.of(CodeName.fold(typed))
                .filter(CodeName::isAllowed)
                .flatMap(name -> codes.find(eventId, name))
                .filter(DiscountCode::active)
                .orElseThrow(() -> new InvalidField("code", "no-such-code"));
        Long before = codeOf(bookingId);
        if (before != null && before == code.id()) {
            return code.applied();
        }
        requireNow(code);
        codes.lock(before, code.id());
        requireUseLeft(code, fanId);
        giveBack(before, bookingId);
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
        Long code = codeOf(bookingId);
        codes.lock(code);
        giveBack(code, bookingId);
    }

    /** False when the use was given back since, as its hold seemed to be over, and the code allows no other one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(String bookingId, long codeId, long fanId) {
        codes.lock(codeId);
        if (codeOf(bookingId) != null) {
            return true;
        }
        try {
            requireUseLeft(codes.find(codeId).orElseThrow(), fanId);
        } catch (InvalidField usedUp) {
            return false;
        }
        reopen(bookingId);
        return true;
    }

    /** The code's row is locked, so nobody else counts the fan's uses at the same time. */
    private void requireUseLeft(DiscountCode code, long fanId) {
        Integer perFan = code.mostPerFan();
        if (perFan != null && countOf(code.id(), fanId) >= perFan) {
            throw new InvalidField("code", "code-used-by-you");
        }
        if (!codes.take(code.id())) {
            throw new InvalidField("code", "code-used-up");
        }
    }

    private void requireNow(DiscountCode code) {
        Instant now = clock.instant();
        if (code.validFrom() != null && now.isBefore(code.validFrom())) {
            throw new InvalidField("code", "code-not-yet");
        }
        if (code.validUntil() != null && !now.isBefore(code.validUntil())) {
            throw new InvalidField("code", "code-over");
        }
    }

    private @Nullable Long codeOf(String bookingId) {
        return jdbc.sql("SELECT code_id FROM code_use WHERE booking_id = ? AND ended_at IS NULL")
                .param(bookingId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private int countOf(long codeId, long fanId) {
        return jdbc.sql("SELECT COUNT(*) FROM code_use WHERE code_id = ? AND fan_id = ? AND ended_at IS NULL")
                .params(codeId, fanId)
                .query(Integer.class)
                .single();
    }

    private void giveBack(@Nullable Long codeId, String bookingId) {
        if (codeId == null) {
            return;
        }
        int ended = jdbc.sql(
                        "UPDATE code_use SET ended_at = ? WHERE booking_id = ? AND code_id = ? AND ended_at IS NULL")
                .params(Utc.millis(clock.instant()), bookingId, codeId)
                .update();
        if (ended == 1) {
            codes.count(codeId, -1);
        }
    }

    private int reopen(String bookingId) {
        return jdbc.sql("UPDATE code_use SET ended_at = NULL WHERE booking_id = ? AND ended_at IS NOT NULL")
                .param(bookingId)
                .update();
    }

    /** Takes a use back that was given back too early, however often the code is used by now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(String bookingId, long codeId) {
        codes.lock(codeId);
        if (reopen(bookingId) == 1) {
            codes.count(codeId, 1);
        }
    }
}
