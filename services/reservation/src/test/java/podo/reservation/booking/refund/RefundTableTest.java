package podo.reservation.booking.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podo.contracts.event.Show.RefundFee;
import podo.reservation.show.KnownShow;

class RefundTableTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant EVENING = seoul("2026-06-20T19:30");
    private static final List<RefundFee> TABLE = List.of(fee(9, 10), fee(6, 20), fee(2, 30));

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T12:00, 0",
        "2026-06-10T23:59, 0", // ten days before, to the last minute
        "2026-06-11T00:00, 10", // nine days begin at Seoul's midnight
        "2026-06-13T23:59, 10",
        "2026-06-14T00:00, 20",
        "2026-06-17T23:59, 20",
        "2026-06-18T00:00, 30",
        "2026-06-20T19:29, 30"
    })
    void theFeeFollowsSeoulsCalendar(String now, int percent) {
        assertThat(refund(TABLE, seoul(now)).feePercent()).isEqualTo(percent);
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        assertThat(refund(TABLE.reversed(), seoul("2026-06-15T10:00")).feePercent())
                .isEqualTo(20);
    }

    @Test
    void aShowWithoutTableGivesAllBack() {
        RefundTable.Refund refund = refund(List.of(), seoul("2026-06-20T19:00"));
        assertThat(refund.fee()).isZero();
        assertThat(refund.refund()).isEqualTo(24_999);
    }

    @Test
    void aRowOfTheSameDayCountsOnTheDayOnly() {
        List<RefundFee> table = List.of(fee(0, 100));
        assertThat(refund(table, seoul("2026-06-19T23:59")).refund()).isEqualTo(24_999);
        assertThat(refund(table, seoul("2026-06-20T00:00")).refund()).isZero();
    }

    @Test
    void theFeeIsRoundedForTheFanSeatBySeat() {
        RefundTable.Refund refund = refund(TABLE, seoul("2026-06-12T00:00"));
        assertThat(refund.seats().getFirst()).isEqualTo(new RefundTable.SeatRefund(1, 9_999, 999, 9_000));
        assertThat(refund.fee()).isEqualTo(999 + 1_500);
        assertThat(refund.fee() + refund.refund()).isEqualTo(24_999);
    }

    @Test
    void givingBackOneByOneCostsTheSameAsAllAtOnce() {
        List<RefundTable.PaidSeat> seats =
                IntStream.rangeClosed(1, 7).mapToObj(i -> seat(i, 33_333 + i)).toList();
        for (int percent = 0; percent <= 100; percent++) {
            KnownShow show = show(List.of(fee(9, percent)), false);
            RefundTable.Refund whole = RefundTable.refund(show, seats, EVENING);
            long single = seats.stream()
                    .mapToLong(seat ->
                            RefundTable.refund(show, List.of(seat), EVENING).refund())
                    .sum();
            assertThat(whole.refund()).isEqualTo(single);
            assertThat(whole.refund() + whole.fee())
                    .isEqualTo(seats.stream()
                            .mapToLong(RefundTable.PaidSeat::price)
                            .sum());
        }
    }

    @Test
    void aCancelledShowCostsNothingHoweverLate() {
        RefundTable.Refund refund =
                RefundTable.refund(show(TABLE, true), List.of(seat(1, 9_999)), EVENING.plusSeconds(86_400));
        assertThat(refund.feePercent()).isZero();
        assertThat(refund.refund()).isEqualTo(9_999);
    }

    private static RefundTable.Refund refund(List<RefundFee> table, Instant now) {
        return RefundTable.refund(show(table, false), List.of(seat(1, 9_999), seat(2, 15_000)), now);
    }

    private static KnownShow show(List<RefundFee> table, boolean cancelled) {
        return new KnownShow(
                7, "Podo", "Hall", EVENING, EVENING, table, cancelled, 1, EVENING, null, EVENING, Map.of());
    }

    private static RefundTable.PaidSeat seat(long id, long price) {
        return new RefundTable.PaidSeat(id, price);
    }

    private static RefundFee fee(int daysBefore, int percent) {
        return new RefundFee(daysBefore, percent);
    }

    private static Instant seoul(String time) {
        return LocalDateTime.parse(time).atZone(SEOUL).toInstant();
    }
}
