package podo.reservation.booking.code;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.code.discount.Discount;
import podo.starter.problem.InvalidField;
import podo.starter.text.PersonText;

/**
 * A new code. Null members restrict nothing.
 *
 * @param value per cent for PERCENT, else whole won
 */
record CodeRequest(
        @PersonText(max = 40) String code,

        @NotNull Discount.How how,

        @NotNull @Min(0) @Max(10_000_000) Long value,

        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> grades,

        @Nullable Instant validFrom,

        @Nullable Instant validUntil,

        @Nullable @Min(1) @Max(1_000_000) Integer mostUses,

        @Nullable @Min(1) @Max(1_000) Integer mostPerFan) {

    private static final int SMALLEST_PRICE = 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Nullable
    List<String> gradesOrAll() {
        return grades == null || grades.isEmpty() ? null : grades;
    }

    /** What the database can store. */
    private static void requireTime(String field, @Nullable Instant time, List<InvalidField.Field> wrong) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            wrong.add(new InvalidField.Field(field, "code-time"));
        }
    }

    void requireSense() {
        List<InvalidField.Field> wrong = new ArrayList<>();
        if (!CodeName.isAllowed(CodeName.fold(code))) {
            wrong.add(new InvalidField.Field("code", "code-form"));
        }
        if (how == Discount.How.PERCENT && (value < 1 || value > 100)) {
            wrong.add(new InvalidField.Field("value", "code-percent"));
        }
        if (how == Discount.How.AMOUNT && value < 1) {
            wrong.add(new InvalidField.Field("value", "from"));
        }
        if (how == Discount.How.PRICE && value > 0 && value < SMALLEST_PRICE) {
            wrong.add(new InvalidField.Field("value", "code-price", SMALLEST_PRICE));
        }
        requireTime("validFrom", validFrom, wrong);
        requireTime("validUntil", validUntil, wrong);
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            wrong.add(new InvalidField.Field("validUntil", "code-ends-first"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidField(wrong);
        }
    }
}
