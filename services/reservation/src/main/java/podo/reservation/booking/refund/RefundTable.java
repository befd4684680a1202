package podo.reservation.booking.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show.RefundFee;
import podo.reservation.show.KnownShow;

/** What a cancellation costs: a share of each price, by full days of Seoul's calendar before the show. */
public final class RefundTable {

    /** A seat and the price that was paid for it, whole won. */
    public record PaidSeat(long seatId, long price) {}

    /** The refund of one seat, whole won. */
    public record SeatRefund(long seatId, long price, long fee, long refund) {}

    /**
     * The refund of several seats, whole won.
     *
     * @param feePercent of the row of the table that applies
     * @param freeUntil until when there is no fee because the show was changed; null when the table applies
     */
    public record Refund(
            List<SeatRefund> seats,
            int feePercent,
            long fee,
            long refund,
            @Nullable Instant freeUntil) {}

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private RefundTable() {}

    public static Refund refund(KnownShow show, Collection<PaidSeat> seats, Instant now) {
        return refund(show.cancelled() ? 0 : percent(show, now), seats, null);
    }

    public static Refund full(Collection<PaidSeat> seats) {
        return refund(0, seats, null);
    }

    /** All of it, because the show was changed after the seats were bought. */
    public static Refund freeUntil(Instant end, Collection<PaidSeat> seats) {
        return refund(0, seats, end);
    }

    private static Refund refund(int percent, Collection<PaidSeat> seats, @Nullable Instant freeUntil) {
        List<SeatRefund> refunds = seats.stream()
                .map(seat -> {
                    long fee = seat.price() * percent / 100;
                    return new SeatRefund(seat.seatId(), seat.price(), fee, seat.price() - fee);
                })
                .toList();
        return new Refund(
                refunds,
                percent,
                refunds.stream().mapToLong(SeatRefund::fee).sum(),
                refunds.stream().mapToLong(SeatRefund::refund).sum(),
                freeUntil);
    }

    private static int percent(KnownShow show, Instant now) {
        long days =
                ChronoUnit.DAYS.between(LocalDate.ofInstant(now, SEOUL), LocalDate.ofInstant(show.startsAt(), SEOUL));
        return show.refundFees().stream()
                .filter(fee -> days <= fee.daysBefore())
                .min(Comparator.comparingInt(RefundFee::daysBefore))
                .map(RefundFee::percent)
                .orElse(0);
    }
}
