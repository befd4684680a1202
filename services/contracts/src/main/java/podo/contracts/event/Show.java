package podo.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of a show that other services need. A message is too small for up to 50,000 seats, so inventory fetches the
 * seat plan {@code planVersion} over HTTP.
 *
 * @param seatsPerFan how many seats one fan may own, 1 to 10
 * @param admissionPerSecond the highest admission rate of the line, fans per second
 * @param admissionCap how many fans may hold an entry pass at the same time
 * @param extensions how often a fan may extend the entry pass by 5 min
 * @param refundFees the cancellation fees, largest {@code daysBefore} first
 * @param changeCount the show's {@link #revision()}; null from a sender that does not count yet
 * @param handover whether and until when tickets may be handed over; null from a sender that does not say: until the start
 * @param doorsAt when people are let in; null when the organiser does not say, or the sender does not know it yet
 * @param titles by language of the pages, such as {@code en}, where it differs from {@code title}; null from a sender that does not say
 * @param seriesId the same for all dates of one show; null for an event without other dates, or from a sender that does not say
 * @param holdSeconds how long seats are held; null for as long as the installation holds them, or from a sender that does not say
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
        List<RefundFee> refundFees,
        @Nullable Integer changeCount,
        @Nullable Handover handover,
        @Nullable Instant doorsAt,
        @Nullable Map<String, String> titles,
        @Nullable Long seriesId,
        @Nullable Integer holdSeconds) {

    /** A show whose sender says neither whether its tickets may be handed over nor when its doors open, nor of what it is a date. */
    public Show(
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
            List<RefundFee> refundFees,
            @Nullable Integer changeCount) {
        this(
                title,
                venue,
                organiserId,
                planVersion,
                startsAt,
                lobbyOpensAt,
                onSaleAt,
                salesEndAt,
                seatsPerFan,
                admissionPerSecond,
                admissionCap,
                extensions,
                singleSeatPolicy,
                refundFees,
                changeCount,
                null,
                null,
                null,
                null,
                null);
    }

    /** A show whose sender does not say how long its seats are held. */
    public Show(
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
            List<RefundFee> refundFees,
            @Nullable Integer changeCount,
            @Nullable Handover handover,
            @Nullable Instant doorsAt,
            @Nullable Map<String, String> titles,
            @Nullable Long seriesId) {
        this(
                title,
                venue,
                organiserId,
                planVersion,
                startsAt,
                lobbyOpensAt,
                onSaleAt,
                salesEndAt,
                seatsPerFan,
                admissionPerSecond,
                admissionCap,
                extensions,
                singleSeatPolicy,
                refundFees,
                changeCount,
                handover,
                doorsAt,
                titles,
                seriesId,
                null);
    }

    /** Grows with each change of the show, so that an older message never overwrites a newer one; 0 when the sender does not count. */
    public int revision() {
        return changeCount == null ? 0 : changeCount;
    }

    /** What happens when a choice of seats leaves a single free seat between taken ones. */
    public enum SingleSeatPolicy {
        OFF,
        WARN,
        FORBID
    }

    /** Whether a ticket may be handed to somebody else, until {@code endsHours} hours before the start. */
    public record Handover(boolean allowed, int endsHours) {

        public static final Handover UNTIL_THE_START = new Handover(true, 0);
    }

    /** From {@code daysBefore} days before the show, {@code percent} of the price is kept as the fee. */
    public record RefundFee(int daysBefore, int percent) {}
}
