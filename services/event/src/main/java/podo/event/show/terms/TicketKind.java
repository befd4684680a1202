package podo.event.show.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A kind of ticket beside the usual one, for those who may choose it: concession, child, staff.
 *
 * @param price whole won; of a percentage it is rounded down
 * @param percent of the grade's price; null when the kind has a price of its own
 * @param proof what its holder brings to the door; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketKind(
        String name,
        long price,
        @Nullable Integer percent,
        @Nullable String proof) {

    static TicketKind ofPercent(String name, long gradePrice, int percent, @Nullable String proof) {
        return new TicketKind(name, gradePrice * percent / 100, percent, proof);
    }
}
