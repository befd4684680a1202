package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import podo.reservation.booking.code.discount.AppliedCode;
import podo.reservation.booking.code.discount.Discount;
import podo.reservation.booking.code.discount.Discount.How;
import podo.reservation.booking.hold.HoldSnapshot;

/** What a code takes off, for random prices: to the won, never below nothing, and nothing stays of it. */
class BookingCodeTest {

    private final Random dice = new Random(239);

    @Test
    void thePartsAreTheSumAndNoPriceRisesOrFallsBelowNothing() {
        for (int round = 0; round < 5_000; round++) {
            List<Long> before = IntStream.range(0, dice.nextInt(1, 7))
                    .mapToObj(i -> dice.nextInt(4) == 0 ? 0L : dice.nextLong(100, 500_000))
                    .toList();
            How how = How.values()[dice.nextInt(3)];
            long value = how == How.PERCENT ? dice.nextInt(101) : dice.nextInt(600_000);

            List<Long> after = new Discount(how, value).prices(before);

            assertThat(after).hasSameSizeAs(before);
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isBetween(0L, before.get(i));
            }
            long sum = sum(before);
            switch (how) {
                case AMOUNT -> assertThat(sum(after)).isEqualTo(Math.max(0, sum - value));
                case PERCENT ->
                    assertThat(sum(after) * 100)
                            .isLessThanOrEqualTo(sum * (100 - value))
                            .isGreaterThan(sum * (100 - value) - 100L * before.size());
                case PRICE -> assertThat(after).allMatch(price -> price <= value);
            }
        }
    }

    @Test
    void aBookingCostsTheSumOfItsSeatsOrNothingAndTheFullPriceWithoutTheCode() {
        for (int round = 0; round < 2_000; round++) {
            Booking booking = booking(dice.nextInt(1, 6));
            long full = booking.amount();
            How how = How.values()[dice.nextInt(3)];
            long value = how == How.PERCENT ? dice.nextInt(1, 101) : dice.nextInt(400_000);
            booking.use(new AppliedCode(1, "CODE", new Discount(how, value), dice.nextBoolean() ? null : List.of("R")));

            long paid = booking.amount();
            assertThat(paid)
                    .isEqualTo(booking.seats().stream()
                            .mapToLong(BookedSeat::price)
                            .sum());
            assertThat(paid == 0 || paid >= 100).as("%d", paid).isTrue();
            assertThat(booking.seats()).allMatch(seat -> seat.discount() >= 0 && seat.price() >= 0);
            assertThat(booking.seats())
                    .filteredOn(seat -> booking.code().grades() != null
                            && paid > 0
                            && !seat.grade().equals("R"))
                    .allMatch(seat -> seat.discount() == 0);

            booking.use(null);
            assertThat(booking.amount()).isEqualTo(full);
            assertThat(booking.seats()).allMatch(seat -> seat.discount() == 0);
        }
    }

    private Booking booking(int seats) {
        List<HoldSnapshot.Seat> held = LongStream.range(0, seats)
                .mapToObj(id -> new HoldSnapshot.Seat(
                        id, "1F", "A", (int) id, dice.nextBoolean() ? "R" : "S", dice.nextInt(100, 200_000)))
                .toList();
        return new Booking(
                new HoldSnapshot(
                        "hold",
                        7,
                        42,
                        held,
                        held.stream().mapToLong(HoldSnapshot.Seat::price).sum(),
                        BookingHistory.NOW.plusSeconds(300),
                        "pass",
                        "HELD"),
                "podo-order",
                BookingHistory.NOW);
    }

    private static long sum(List<Long> prices) {
        return prices.stream().mapToLong(Long::longValue).sum();
    }
}
