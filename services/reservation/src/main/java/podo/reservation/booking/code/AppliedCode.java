package podo.reservation.booking.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code as a booking used it; later changes of the code do not change the booking.
 *
 * @param grades those whose seats it makes cheaper; null for all
 */
public record AppliedCode(
        long id,
        String code,
        Discount discount,
        @Nullable List<String> grades) {

    public boolean isFor(String grade) {
        return grades == null || grades.contains(grade);
    }
}
