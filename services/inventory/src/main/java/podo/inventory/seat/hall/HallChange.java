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
 * @param whileFree fields of the event that differ and stay while somebody holds a seat and none is sold; buyers are told of those that are
 *     not in {@code whileUnsold}
 * @param whileUnsold fields that differ and stay once a seat is sold; null when nothing may differ then
 */
record HallChange(
        @NotNull Show show,
        @Nullable ShowPlan plan,
        @NotNull List<@NotNull String> whileFree,
        @Nullable List<@NotNull String> whileUnsold) {

    /** From an event service that changes nothing once a seat is sold. */
    HallChange(Show show, @Nullable ShowPlan plan, List<String> whileFree) {
        this(show, plan, whileFree, null);
    }

    /** Whether it may come into force although seats are sold, as far as their grades stay. */
    boolean isForBuyersToo() {
        return whileUnsold != null && whileUnsold.isEmpty();
    }

    /**
     * The answer, the same however often the question is repeated.
     *
     * @param refusal null when the change is in force now; {@code already-sold}, {@code grade-sold}, {@code seats-held},
     *     {@code grade-held}, {@code event-cancelled} or {@code outdated}
     */
    record Decision(@Nullable String refusal) {

        static final Decision APPLIED = new Decision(null);

        boolean isApplied() {
            return refusal == null;
        }
    }
}
