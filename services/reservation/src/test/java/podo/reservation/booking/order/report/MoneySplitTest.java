package podo.reservation.booking.order.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podo.reservation.booking.order.report.MoneyReport.Kind;
import podo.reservation.booking.order.report.MoneyReport.Line;

class MoneySplitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 12);

    @Test
    void aSaleIsSplitIntoThePricesOfItsGrades() {
        List<PaidSeat> seats = List.of(
                new PaidSeat("VIP", "", 150_000), new PaidSeat("R", "", 110_000), new PaidSeat("VIP", "", 150_000));
        assertThat(MoneySplit.split(DAY, Kind.SOLD, 410_000, 0, seats))
                .containsExactlyInAnyOrder(
                        new Line(DAY, "VIP", "", Kind.SOLD, 2, 300_000, 0),
                        new Line(DAY, "R", "", Kind.SOLD, 1, 110_000, 0));
    }

    @Test
    void aSaleIsSplitIntoThePricesOfItsKindsOfTicketToo() {
        List<PaidSeat> seats = List.of(
                new PaidSeat("R", "", 110_000), new PaidSeat("R", "Child", 55_000), new PaidSeat("R", "Press", 0));
        assertThat(MoneySplit.split(DAY, Kind.SOLD, 165_000, 0, seats))
                .containsExactlyInAnyOrder(
                        new Line(DAY, "R", "", Kind.SOLD, 1, 110_000, 0),
                        new Line(DAY, "R", "Child", Kind.SOLD, 1, 55_000, 0),
                        new Line(DAY, "R", "Press", Kind.SOLD, 1, 0, 0));
    }

    @Test
    void whatBelongsToNoSeatIsALineOfItsOwn() {
        assertThat(MoneySplit.split(DAY, Kind.SURPLUS_REFUNDED, 5_000, 0, List.of()))
                .containsExactly(new Line(DAY, "", "", Kind.SURPLUS_REFUNDED, 0, -5_000, 0));
        assertThat(MoneySplit.split(DAY, Kind.SOLD, 0, 0, List.of(new PaidSeat("R", "", 0))))
                .containsExactly(new Line(DAY, "", "", Kind.SOLD, 1, 0, 0));
    }

    @Test
    void thePartsAreAlwaysTheWholeToTheWon() {
        Random dice = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            List<PaidSeat> seats = IntStream.rangeClosed(0, dice.nextInt(6))
                    .mapToObj(i -> new PaidSeat(
                            "G" + dice.nextInt(4),
                            "K" + dice.nextInt(3),
                            dice.nextInt(4) == 0 ? 0 : dice.nextInt(1, 400_000)))
                    .toList();
            long amount = dice.nextInt(1_000_000);
            long fee = dice.nextInt(100_000);
            List<Line> lines = MoneySplit.split(DAY, Kind.REFUNDED, amount, fee, seats);
            assertThat(lines.stream().mapToLong(Line::amount).sum()).isEqualTo(-amount);
            assertThat(lines.stream().mapToLong(Line::fee).sum()).isEqualTo(fee);
            assertThat(lines.stream().mapToInt(Line::tickets).sum()).isEqualTo(seats.size());
            assertThat(lines).allMatch(line -> line.amount() <= 0 && line.fee() >= 0);
        }
    }
}
