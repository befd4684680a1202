package podo.reservation.waitingroom.rehearsal.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The fans of a rehearsal.
 *
 * @param fans how many come
 * @param overSeconds within which those come who do not wait in the lobby
 * @param seatsPerFan at most
 * @param paySeconds from the hold to the payment, at the median
 * @param absentPercent of those whose turn it is do not enter
 * @param scripted whether scripted fans play a small sale for real afterwards; null is no
 */
public record RehearsalPlan(
        @NotNull @Min(1) @Max(1_000_000) Integer fans,
        @NotNull ArrivalPattern arrival,
        @NotNull @Min(1) @Max(7_200) Integer overSeconds,
        @NotNull @Min(1) @Max(10) Integer seatsPerFan,
        @NotNull @Min(10) @Max(600) Integer paySeconds,
        @NotNull @Min(0) @Max(90) Integer absentPercent,
        @Nullable Boolean scripted) {

    /** Without scripted fans. */
    public RehearsalPlan(
            int fans, ArrivalPattern arrival, int overSeconds, int seatsPerFan, int paySeconds, int absentPercent) {
        this(fans, arrival, overSeconds, seatsPerFan, paySeconds, absentPercent, null);
    }

    public boolean withScriptedFans() {
        return Boolean.TRUE.equals(scripted);
    }
}
