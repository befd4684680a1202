package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.booking.hold.HoldSnapshot;
import podo.reservation.booking.kind.BookingOffers;
import podo.reservation.booking.kind.OfferedKind;
import podo.reservation.booking.kind.ResoldSeats.Resold;

/** The sum of a booking is that of its seats' prices, to the won, whatever is chosen in whatever order. */
class BookingSumTest {

    private final Random dice = new Random(236);

    @Test
    void theSumIsAlwaysThatOfTheSeatsAndEachCostsWhatItsKindCosts() {
        for (int round = 0; round < 2_000; round++) {
            Map<String, List<OfferedKind>> kinds = Map.of("R", kinds(), "S", kinds());
            Booking booking = booking(kinds);
            for (int choice = 0; choice < 8; choice++) {
                BookedSeat seat =
                        booking.seats().get(dice.nextInt(booking.seats().size()));
                String kind = anyKind();
                OfferedKind offered = find(kinds, seat, kind);
                long before = seat.price();

                boolean sold = booking.sellAs(seat, kind);

                assertThat(sold).isEqualTo(kind == null || offered != null);
                assertThat(seat.price())
                        .isEqualTo(!sold ? before : offered == null ? seat.usualPrice() : offered.price());
                assertThat(booking.amount())
                        .isEqualTo(booking.seats().stream()
                                .mapToLong(BookedSeat::price)
                                .sum());
            }
        }
    }

    @Test
    void nothingIsOfferedOnceTheSumIsFixed() {
        Booking booking = booking(Map.of("R", kinds(), "S", kinds()));
        booking.fixSum();
        assertThat(booking.choosableKinds()).isEmpty();
        assertThat(booking.sellAs(booking.seats().getFirst(), "kind 0")).isFalse();
    }

    @Test
    void aSeatThatWasOfferedBackCostsWhatWasPaidForIt() {
        Booking booking = new Booking(hold(1, Map.of()), "podo-order", BookingHistory.NOW);
        booking.offer(new BookingOffers.Offer(new Resold(4_321, "Child", null), false));
        assertThat(booking.amount()).isEqualTo(4_321);
        assertThat(booking.seats().getFirst().kind()).isEqualTo("Child");
        assertThat(booking.sellAs(booking.seats().getFirst(), null))
                .as("nothing to choose")
                .isFalse();
        assertThat(booking.amount()).isEqualTo(4_321);
    }

    @Test
    void aSeatKeepsWhatItsHoldSaysIsSpecialAboutIt() {
        SeatTraits beside = new SeatTraits(SeatTraits.Place.COMPANION, "a pillar");
        HoldSnapshot hold = new HoldSnapshot(
                "hold",
                7,
                42,
                List.of(
                        new HoldSnapshot.Seat(1, "1F", "A", 1, "R", 100),
                        new HoldSnapshot.Seat(2, "1F", "A", 2, "R", 100, beside)),
                200,
                BookingHistory.NOW.plusSeconds(300),
                "pass",
                "HELD");
        assertThat(new Booking(hold, "podo-order", BookingHistory.NOW).seats())
                .extracting(BookedSeat::traits)
                .containsExactly(null, beside);
    }

    private @Nullable String anyKind() {
        return dice.nextInt(4) == 0 ? null : "kind " + dice.nextInt(4);
    }

    private static @Nullable OfferedKind find(
            Map<String, List<OfferedKind>> kinds, BookedSeat seat, @Nullable String name) {
        return kinds.get(seat.grade()).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<OfferedKind> kinds() {
        return IntStream.range(0, dice.nextInt(1, 4))
                .mapToObj(
                        i -> new OfferedKind("kind " + i, dice.nextInt(3) == 0 ? 0 : dice.nextInt(100, 500_000), null))
                .toList();
    }

    private Booking booking(Map<String, List<OfferedKind>> kinds) {
        return new Booking(hold(dice.nextInt(1, 6), kinds), "podo-order", BookingHistory.NOW);
    }

    private HoldSnapshot hold(int seats, Map<String, List<OfferedKind>> kinds) {
        List<HoldSnapshot.Seat> held = LongStream.range(0, seats)
                .mapToObj(id -> new HoldSnapshot.Seat(
                        id, "1F", "A", (int) id, dice.nextBoolean() ? "R" : "S", dice.nextInt(500_000)))
                .toList();
        long total = held.stream().mapToLong(HoldSnapshot.Seat::price).sum();
        return new HoldSnapshot("hold", 7, 42, held, total, BookingHistory.NOW.plusSeconds(300), "pass", "HELD", kinds);
    }
}
