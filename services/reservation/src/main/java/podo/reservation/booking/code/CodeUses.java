package podo.reservation.booking.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.booking.code.discount.AppliedCode;
import podo.reservation.booking.code.discount.Discount;
import podo.reservation.presale.PresaleUsedUp;
import podo.reservation.presale.Presales;
import podo.starter.jdbc.Utc;
import podo.starter.problem.InvalidField;
import podo.starter.security.EntryPass;

/**
 * Which booking uses which code. A use and the code's number change in one transaction, so that they always agree; the row of the code decides between
 * fans who come at once. Rows are locked in this order: the booking (by the caller), codes by id, the use.
 */
@Repository
public class CodeUses {

    private final JdbcClient jdbc;
    private final DiscountCodes codes;
    private final Presales presales;
    private final Clock clock;

    CodeUses(JdbcClient jdbc, DiscountCodes codes, Presales presales, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.presales = presales;
        this.clock = clock;
    }

    /**
     * What everybody may know of a code that opens early.
     *
     * @param grades those that it opens; left out for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Announced(@Nullable List<String> grades, Instant from, Instant until) {}

    /** Codes of the event that open before {@code opening} and are not over, by their beginning. */
    public List<Announced> announce(long eventId, Instant opening) {
        Instant now = clock.instant();
        return codes.list(eventId).stream()
                .filter(code -> code.how() == Discount.How.EARLY && code.active() && code.validFrom() != null)
                .map(code -> new Announced(code.grades(), code.validFrom(), code.endsBy(opening)))
                .filter(presale -> presale.from().isBefore(presale.until()) && now.isBefore(presale.until()))
                .sorted(Comparator.comparing(Announced::from))
                .distinct()
                .toList();
    }

    /** The code that opens early, by what was typed; takes no use. Throws {@link InvalidField} with the reason why it is of no use to this fan. */
    public long findEarly(long eventId, String typed, long fanId, Instant opening) {
        DiscountCode code = findActive(eventId, typed)
                .filter(found -> found.how() == Discount.How.EARLY)
                .orElseThrow(() -> new InvalidField("code", "no-such-code"));
        if (!clock.instant().isBefore(code.endsBy(opening))) {
            throw new InvalidField("code", "code-over");
        }
        if (code.mostPerFan() != null && countOf(code.id(), fanId) >= code.mostPerFan()) {
            throw new InvalidField("code", "code-used-by-you");
        }
        if (code.mostUses() != null && code.used() >= code.mostUses()) {
            throw new InvalidField("code", "code-used-up");
        }
        return code.id();
    }

    private Optional<DiscountCode> findActive(long eventId, String typed) {
        return Optional.of(CodeName.fold(typed))
                .filter(CodeName::isAllowed)
                .flatMap(name -> codes.find(eventId, name))
                .filter(DiscountCode::active);
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
        DiscountCode code = findActive(eventId, typed).orElseThrow(() -> new InvalidField("code", "no-such-code"));
        Long before = codeOf(bookingId);
        if (before != null && before == code.id()) {
            return code.applied();
        }
        if (code.how() == Discount.How.EARLY) {
            throw new InvalidField("code", "code-opens-early");
        }
        requireNow(code);
        codes.lock(before, code.id());
        requireUseLeft(code, fanId);
        giveBack(before, bookingId);
        insert(code, bookingId, fanId);
        return code.applied();
    }

    /**
     * Takes a use of the presale's code for a booking that is opened now; empty when the hold was not made in a presale. Throws {@link PresaleUsedUp}.
     *
     * @param passId of the hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AppliedCode> takeOfPresale(String passId, String bookingId, long fanId) {
        OptionalLong presale = EntryPass.presaleOf(passId);
        if (presale.isEmpty()) {
            return Optional.empty();
        }
        long codeId = presales.find(presale.getAsLong())
                .orElseThrow(PresaleUsedUp::new)
                .codeId();
        codes.lock(codeId);
        DiscountCode code = codes.find(codeId).orElseThrow(PresaleUsedUp::new);
        try {
            requireUseLeft(code, fanId);
        } catch (InvalidField usedUp) {
            throw new PresaleUsedUp();
        }
        insert(code, bookingId, fanId);
        return Optional.of(code.applied());
    }

    private void insert(DiscountCode code, String bookingId, long fanId) {
        jdbc.sql("""
                        INSERT INTO code_use (booking_id, code_id, fan_id, used_at) VALUES (:booking, :code, :fan, :now)
                        ON DUPLICATE KEY UPDATE code_id = :code, used_at = :now, ended_at = NULL
                        """)
                .param("booking", bookingId)
                .param("code", code.id())
                .param("fan", fanId)
                .param("now", Utc.millis(clock.instant()))
                .update();
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
