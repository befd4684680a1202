package podo.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * What the others need to know of a show. The seats are too many for a message: {@code planVersion} names the plan,
 * which inventory fetches.
 *
 * @param seatsPerFan how many seats one fan may own, 1 to 10
 * @param admissionPerSecond ceiling of the line's admission rate
 * @param admissionCap how many fans may be inside at once
 * @param extensions how often a fan may ask for five minutes more
 * @param refundFees what a cancellation costs, by days before the show, largest number of days first
 */
public record Show(
        String title,
        String venue,
        long organiserId,
        int planVersion,
        Instant startsAt,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        int seatsPerFan,
        int admissionPerSecond,
        int admissionCap,
        int extensions,
        SingleSeatPolicy singleSeatPolicy,
        List<RefundFee> refundFees) {

    /** What happens when a choice leaves one seat alone between others. */
    public enum SingleSeatPolicy {
        OFF,
        WARN,
        FORBID
    }

    /** From {@code daysBefore} days before the show on, {@code percent} of the price is kept back. */
    public record RefundFee(int daysBefore, int percent) {}
}
