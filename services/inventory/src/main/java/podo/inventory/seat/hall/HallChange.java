package podo.inventory.seat.hall;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show;

/**
 * A change of a published event that the event service asks about before it commits it.
 *
 * @param show the complete new state; its revision numbers the question
 * @param plan the new seats and prices, null when neither differs
 * @param whileFree fields of the event that differ and that may change only while nobody holds a seat
 */
record HallChange(
        @NotNull Show show,
        @Nullable ShowPlan plan,
        @NotNull List<@NotNull String> whileFree) {

    /**
     * The answer, the same however often the question is repeated.
     *
     * @param refusal null when the change is in force now; {@code already-sold}, {@code seats-held}, {@code grade-held},
     *     {@code event-cancelled} or {@code outdated}
     */
    record Decision(@Nullable String refusal) {

        static final Decision APPLIED = new Decision(null);

        boolean isApplied() {
            return refusal == null;
        }
    }
}
