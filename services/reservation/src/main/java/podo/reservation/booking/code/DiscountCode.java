package podo.reservation.booking.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.code.discount.AppliedCode;
import podo.reservation.booking.code.discount.Discount;

/**
 * A code of an event, as its organiser sees it.
 *
 * @param grades those whose seats it makes cheaper; null for all
 * @param mostUses how often it can be used together, {@code mostPerFan} by one fan; null for any number
 * @param used how often it is used now: by bookings that are paid or can be
 * @param allDates whether it is for all dates of the show, which share its uses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscountCode(
        long id,
        long eventId,
        String code,
        Discount.How how,
        long value,
        @Nullable List<String> grades,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer mostUses,
        @Nullable Integer mostPerFan,
        int used,
        boolean active,
        boolean allDates,
        Instant createdAt) {

    /** The end of a presale, at the opening of the general sale at the latest. */
    Instant endsBy(Instant opening) {
        return validUntil != null && validUntil.isBefore(opening) ? validUntil : opening;
    }

    AppliedCode applied() {
        return new AppliedCode(id, code, new Discount(how, value), grades);
    }
}
