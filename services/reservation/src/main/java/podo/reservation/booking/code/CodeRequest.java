package podo.reservation.booking.code;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.code.discount.Discount;
import podo.starter.problem.InvalidField;
import podo.starter.text.PersonText;

/**
 * A new code. Null members restrict nothing. What a form can get wrong is found by {@link #faults}, all of it at once, not by annotations.
 *
 * @param value per cent for PERCENT, nothing for EARLY, else whole won
 * @param allDates whether it is for all dates of the show, which then share its uses; null for this date only
 */
record CodeRequest(
        @PersonText(max = 1_000, optional = true) @Nullable String code,

        Discount.@Nullable How how,

        @Nullable Long value,

        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> grades,

        @Nullable Instant validFrom,

        @Nullable Instant validUntil,

        @Nullable Integer mostUses,

        @Nullable Integer mostPerFan,

        @Nullable Boolean allDates) {

    private static final int SMALLEST_PRICE = 100;
    private static final int MOST_WON = 10_000_000;
    private static final int MOST_USES = 1_000_000;
    private static final int MOST_PER_FAN = 1_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    String name() {
        return code == null ? "" : CodeName.fold(code);
    }

    /** Call it only when {@link #faults} finds nothing, as {@link #amount}. */
    Discount.How way() {
        return how == null ? Discount.How.PERCENT : how;
    }

    long amount() {
        return value == null || way() == Discount.How.EARLY ? 0 : value;
    }

    @Nullable
    List<String> gradesOrAll() {
        return grades == null || grades.isEmpty() ? null : grades;
    }

    boolean isForAllDates() {
        return Boolean.TRUE.equals(allDates);
    }

    /**
     * Everything that is wrong with it by itself.
     *
     * @param opening of the general sale, before which a presale begins; empty when it is not known
     */
    List<InvalidField.Field> faults(Instant now, Optional<Instant> opening) {
        List<InvalidField.Field> wrong = new ArrayList<>();
        if (!CodeName.isAllowed(name())) {
            wrong.add(new InvalidField.Field("code", "code-form"));
        }
        if (how == null) {
            wrong.add(new InvalidField.Field("how", "code-how"));
        } else {
            requireValue(how, value == null ? -1 : value, wrong);
        }
        requireNumber("mostUses", mostUses, MOST_USES, wrong);
        requireNumber("mostPerFan", mostPerFan, MOST_PER_FAN, wrong);
        requireTime("validFrom", validFrom, wrong);
        if (requireTime("validUntil", validUntil, wrong) && validUntil != null) {
            if (!validUntil.isAfter(now)) {
                wrong.add(new InvalidField.Field("validUntil", "code-ended"));
            } else if (validFrom != null && !validFrom.isBefore(validUntil)) {
                wrong.add(new InvalidField.Field("validUntil", "code-ends-first"));
            } else if (how == Discount.How.EARLY
                    && opening.filter(validUntil::isAfter).isPresent()) {
                wrong.add(new InvalidField.Field("validUntil", "code-early-end"));
            }
        }
        if (how == Discount.How.EARLY) {
            if (opening.isPresent() && !opening.get().isAfter(now)) {
                wrong.add(new InvalidField.Field("how", "code-early-late"));
            } else if (validFrom == null || opening.filter(validFrom::isBefore).isEmpty()) {
                wrong.add(new InvalidField.Field("validFrom", "code-early-start"));
            }
        }
        return wrong;
    }

    private static void requireValue(Discount.How how, long value, List<InvalidField.Field> wrong) {
        switch (how) {
            case PERCENT -> {
                if (value < 1 || value > 100) {
                    wrong.add(new InvalidField.Field("value", "code-percent"));
                }
            }
            case AMOUNT -> {
                if (value < 1 || value > MOST_WON) {
                    wrong.add(new InvalidField.Field("value", "code-number", MOST_WON));
                }
            }
            case EARLY -> {}
            case PRICE -> {
                if (value != 0 && (value < SMALLEST_PRICE || value > MOST_WON)) {
                    wrong.add(new InvalidField.Field("value", "code-price", SMALLEST_PRICE, MOST_WON));
                }
            }
        }
    }

    private static void requireNumber(
            String field, @Nullable Integer number, int most, List<InvalidField.Field> wrong) {
        if (number != null && (number < 1 || number > most)) {
            wrong.add(new InvalidField.Field(field, "code-number", most));
        }
    }

    /** What the database can store; false for none and for a wrong one. */
    private static boolean requireTime(String field, @Nullable Instant time, List<InvalidField.Field> wrong) {
        if (time == null) {
            return false;
        }
        boolean isWrong = time.isBefore(EARLIEST) || time.isAfter(LATEST);
        if (isWrong) {
            wrong.add(new InvalidField.Field(field, "code-time"));
        }
        return !isWrong;
    }
}
