package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.reservation.booking.Booking.State.CANCELLED;
import static podo.reservation.booking.Booking.State.CHECKING;
import static podo.reservation.booking.Booking.State.CONFIRMED;
import static podo.reservation.booking.Booking.State.PAID;
import static podo.reservation.booking.Booking.State.PENDING;
import static podo.reservation.booking.Booking.State.REFUNDED;
import static podo.reservation.booking.BookingHistory.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.BookingHistory.Input;
import podo.reservation.show.KnownShow;

class BookingTest {

    /** The transition table: the state after each input, while no seat was given back. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # from     , UNKNOWN  , FAILED   , APPROVED , SOLD     , LOST     , CANCELLED, GIVEN_UP
            PENDING    , CHECKING , PENDING  , PAID     , CONFIRMED, CANCELLED, REFUNDED , CANCELLED
            CHECKING   , CHECKING , PENDING  , PAID     , CONFIRMED, CANCELLED, REFUNDED , CHECKING
            PAID       , PAID     , PAID     , PAID     , CONFIRMED, CANCELLED, REFUNDED , PAID
            CONFIRMED  , CONFIRMED, CONFIRMED, CONFIRMED, CONFIRMED, CONFIRMED, REFUNDED , CONFIRMED
            CANCELLED  , CANCELLED, CANCELLED, PAID     , CONFIRMED, CANCELLED, REFUNDED , CANCELLED
            REFUNDED   , REFUNDED , REFUNDED , REFUNDED , REFUNDED , REFUNDED , REFUNDED , REFUNDED
            """)
    void theTableOfSteps(
            Booking.State from,
            Booking.State unknown,
            Booking.State failed,
            Booking.State approved,
            Booking.State sold,
            Booking.State lost,
            Booking.State cancelled,
            Booking.State givenUp) {
        Map<Input, Booking.State> steps = new EnumMap<>(Map.of(
                Input.UNKNOWN, unknown,
                Input.FAILED, failed,
                Input.APPROVED, approved,
                Input.SOLD, sold,
                Input.LOST, lost,
                Input.CANCELLED, cancelled,
                Input.GIVEN_UP, givenUp));
        steps.forEach((input, to) -> assertThat(in(from).apply(input).state())
                .as("%s after %s", from, input)
                .isEqualTo(to));
    }

    @Test
    void aBoughtBookingIsConfirmedOnceWhateverTheOrderOfMessages() {
        for (List<Input> order : BookingHistory.orders(twice(Input.UNKNOWN, Input.APPROVED, Input.SOLD))) {
            BookingHistory history = new BookingHistory(1, 2).apply(order);
            assertThat(history.state()).as("%s", order).isEqualTo(CONFIRMED);
            assertThat(history.tickets).as("%s", order).isEqualTo(1);
        }
    }

    @Test
    void aBookingWhoseSeatsWereLostIsRefundedAndNeverTicketedWhateverTheOrderOfMessages() {
        for (List<Input> order :
                BookingHistory.orders(twice(Input.UNKNOWN, Input.APPROVED, Input.LOST, Input.CANCELLED))) {
            BookingHistory history = new BookingHistory(1, 2).apply(order);
            assertThat(history.state()).as("%s", order).isEqualTo(REFUNDED);
            assertThat(history.tickets).as("%s", order).isZero();
        }
    }

    @Test
    void aBoughtBookingThatWasGivenBackStaysRefundedWhateverTheOrderOfMessages() {
        for (List<Input> order :
                BookingHistory.orders(twice(Input.UNKNOWN, Input.APPROVED, Input.SOLD, Input.CANCELLED))) {
            BookingHistory history = new BookingHistory(1, 2).apply(order);
            assertThat(history.state()).as("%s", order).isEqualTo(REFUNDED);
            assertThat(history.tickets).as("%s", order).isLessThanOrEqualTo(1);
        }
    }

    /** SOLD and LOST of one order exclude each other; if both came, the refund decides and no ticket is issued after it. */
    @Test
    void whereMoneyWentBackNothingBringsTheBookingToLifeAgain() {
        List<Input> all = List.of(Input.UNKNOWN, Input.APPROVED, Input.SOLD, Input.CANCELLED, Input.LOST);
        for (List<Input> order : BookingHistory.orders(all)) {
            BookingHistory history = new BookingHistory(1, 2).apply(order);
            assertThat(history.state()).as("%s", order).isEqualTo(REFUNDED);
            boolean soldFirst = order.indexOf(Input.SOLD) < order.indexOf(Input.CANCELLED)
                    && order.indexOf(Input.SOLD) < order.indexOf(Input.LOST);
            assertThat(history.tickets).as("%s", order).isEqualTo(soldFirst ? 1 : 0);
        }
    }

    @Test
    void aFanWhoGivesUpWhileTheBankSaysYesGetsTheSeats() {
        for (List<Input> order :
                BookingHistory.orders(List.of(Input.GIVEN_UP, Input.UNKNOWN, Input.APPROVED, Input.SOLD))) {
            assertThat(new BookingHistory(1).apply(order).state())
                    .as("%s", order)
                    .isEqualTo(CONFIRMED);
        }
        for (List<Input> order :
                BookingHistory.orders(List.of(Input.GIVEN_UP, Input.APPROVED, Input.LOST, Input.CANCELLED))) {
            assertThat(new BookingHistory(1).apply(order).state())
                    .as("%s", order)
                    .isEqualTo(REFUNDED);
        }
    }

    /** As Kafka delivers: each topic in order, the two interleaved at random, and either one repeated from an earlier offset. */
    @Test
    void aDeclinedThenPaidBookingIsConfirmedHoweverOftenTheTopicsAreRepeated() {
        List<Input> money = List.of(Input.UNKNOWN, Input.FAILED, Input.FAILED, Input.UNKNOWN, Input.APPROVED);
        List<Input> seats = List.of(Input.SOLD);
        for (long seed = 0; seed < 5_000; seed++) {
            List<Input> order = interleaved(money, seats, new Random(seed));
            BookingHistory history = new BookingHistory(1, 2, 3).apply(order);
            assertThat(history.state()).as("seed %s: %s", seed, order).isEqualTo(CONFIRMED);
            assertThat(history.tickets).as("seed %s: %s", seed, order).isEqualTo(1);
        }
    }

    @Test
    void aDeclinedFanMayPayAgain() {
        BookingHistory history =
                new BookingHistory(1).apply(List.of(Input.UNKNOWN, Input.FAILED, Input.UNKNOWN, Input.FAILED));
        assertThat(history.state()).isEqualTo(PENDING);
        assertThat(history.apply(Input.APPROVED).state()).isEqualTo(PAID);
    }

    @Test
    void partOfABookingGoesBackAndTheRestStays() {
        BookingHistory history = new BookingHistory(1, 2, 3).apply(List.of(Input.APPROVED, Input.SOLD));
        history.giveBack(2);
        assertThat(history.state()).isEqualTo(CONFIRMED);
        assertThat(seatStates(history)).containsExactly("BOOKED", "GIVEN_BACK", "BOOKED");
        history.booking.refunded(List.of(2L));
        history.booking.refunded(List.of(2L));
        history.giveBack(2);
        assertThat(seatStates(history)).containsExactly("BOOKED", "REFUNDED", "BOOKED");
        assertThat(history.apply(List.of(Input.SOLD, Input.APPROVED, Input.UNKNOWN))
                        .state())
                .isEqualTo(CONFIRMED);
        assertThat(history.tickets).isEqualTo(1);

        history.giveBack(1);
        history.giveBack(3);
        assertThat(history.state()).isEqualTo(CANCELLED);
        history.booking.refunded(List.of(3L));
        assertThat(history.state()).isEqualTo(CANCELLED);
        history.booking.refunded(List.of(1L));
        assertThat(history.state()).isEqualTo(REFUNDED);
    }

    @Test
    void aRefundThatNobodyHereAskedForIsTakenInAsWell() {
        BookingHistory history = new BookingHistory(1, 2).apply(List.of(Input.APPROVED, Input.SOLD));
        history.giveBack(1);
        history.booking.refunded(List.of(2L));
        assertThat(history.state()).as("one seat's money is still on its way").isEqualTo(CANCELLED);
        history.booking.refunded(List.of(1L));
        assertThat(history.state()).isEqualTo(REFUNDED);
    }

    @Test
    void onlyAnUnpaidBookingExpiresAndMoneyOverrulesIt() {
        Instant late = NOW.plusSeconds(300);
        assertThat(new BookingHistory(1).statusAt(late.minusMillis(1))).isEqualTo(BookingStatus.PENDING);
        assertThat(new BookingHistory(1).statusAt(late)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(new BookingHistory(1).apply(Input.UNKNOWN).statusAt(late)).isEqualTo(BookingStatus.CHECKING);
        assertThat(new BookingHistory(1).apply(Input.APPROVED).statusAt(late)).isEqualTo(BookingStatus.CHECKING);
        assertThat(new BookingHistory(1).apply(Input.SOLD).statusAt(late)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void anUnpaidBookingLastsAsLongAsItsHold() {
        Booking booking = new BookingHistory(1).booking;
        Instant longer = NOW.plus(Duration.ofMinutes(10));
        assertThat(booking.isOlderThan(BookingHistory.state("HELD", NOW.plusSeconds(300)), NOW))
                .isFalse();
        booking.update(BookingHistory.state("HELD", longer.plusNanos(999)), NOW);
        assertThat(booking.expiresAt()).isEqualTo(longer);

        booking.update(BookingHistory.state("LAPSED", longer), NOW);
        assertThat(booking.statusAt(NOW, null)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(booking.endAt(NOW, null)).isEqualTo(BookingEnd.TIME_OUT);
        assertThat(booking.isOlderThan(BookingHistory.state("LAPSED", longer), NOW.plusSeconds(9)))
                .as("an end that is written is not moved")
                .isFalse();
    }

    @Test
    void seatsThatTheFanReleasedAreGivenBackAndDidNotRunOutOfTime() {
        Booking booking = new BookingHistory(1).booking;
        booking.update(BookingHistory.state("RELEASED", NOW.plusSeconds(300)), NOW);
        assertThat(booking.statusAt(NOW, null)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(booking.endAt(NOW, null)).isEqualTo(BookingEnd.GIVEN_BACK);
    }

    @Test
    void anUnpaidBookingEndsWithItsEventAndSaysSo() {
        KnownShow cancelled = BookingHistory.show(NOW.plusSeconds(900), true);
        Booking booking = new BookingHistory(1).booking;
        assertThat(booking.statusAt(NOW, cancelled)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(booking.endAt(NOW, cancelled)).isEqualTo(BookingEnd.EVENT_CANCELLED);
        assertThat(new BookingHistory(1).apply(Input.UNKNOWN).booking.statusAt(NOW, cancelled))
                .as("a payment in the air is settled first")
                .isEqualTo(BookingStatus.CHECKING);
        assertThat(new BookingHistory(1)
                        .apply(List.of(Input.APPROVED, Input.LOST))
                        .booking
                        .endAt(NOW, cancelled))
                .isEqualTo(BookingEnd.EVENT_CANCELLED);
        assertThat(new BookingHistory(1).apply(Input.GIVEN_UP).booking.endAt(NOW, cancelled))
                .as("what was given back before stays that")
                .isEqualTo(BookingEnd.GIVEN_BACK);
    }

    @Test
    void aBookingThatEndsWithTheSaleSaysSo() {
        Instant end = NOW.plusSeconds(300);
        Booking booking = new BookingHistory(1).booking;
        assertThat(booking.endAt(end, BookingHistory.show(end, false))).isEqualTo(BookingEnd.SALE_OVER);
        assertThat(booking.endAt(end, BookingHistory.show(end.plusMillis(1), false)))
                .isEqualTo(BookingEnd.TIME_OUT);
    }

    @Test
    void aSoldHoldIsPaidForEvenBeforeTheMessagesSaySo() {
        BookingHistory history = new BookingHistory(1);
        history.booking.update(BookingHistory.state("SOLD", NOW.minusSeconds(1)), NOW);
        assertThat(history.state()).isEqualTo(PAID);
        assertThat(history.apply(List.of(Input.UNKNOWN, Input.APPROVED, Input.SOLD)).tickets)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Booking.State.class, names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotPendingDoesNotCareForItsHold(Booking.State state) {
        BookingHistory history = in(state);
        history.booking.update(BookingHistory.state("SOLD", NOW.plusSeconds(999)), NOW);
        assertThat(history.state()).isEqualTo(state);
        assertThat(history.booking.expiresAt()).isEqualTo(NOW.plusSeconds(300));
    }

    private static BookingHistory in(Booking.State state) {
        BookingHistory history = new BookingHistory(1, 2);
        return switch (state) {
            case PENDING -> history;
            case CHECKING -> history.apply(Input.UNKNOWN);
            case PAID -> history.apply(Input.APPROVED);
            case CONFIRMED -> history.apply(Input.SOLD);
            case CANCELLED -> history.apply(Input.GIVEN_UP);
            case REFUNDED -> history.apply(List.of(Input.SOLD, Input.CANCELLED));
        };
    }

    private static List<String> seatStates(BookingHistory history) {
        return history.booking.seats().stream().map(seat -> seat.state().name()).toList();
    }

    private static List<Input> twice(Input... inputs) {
        List<Input> twice = new ArrayList<>(List.of(inputs));
        twice.addAll(List.of(inputs));
        return twice;
    }

    private static List<Input> interleaved(List<Input> money, List<Input> seats, Random random) {
        List<Input> applied = new ArrayList<>();
        int[] at = {0, 0};
        int jumps = 6;
        while (at[0] < money.size() || at[1] < seats.size()) {
            int topic = random.nextInt(2);
            List<Input> inputs = topic == 0 ? money : seats;
            if (at[topic] < inputs.size()) {
                applied.add(inputs.get(at[topic]++));
            }
            if (jumps > 0 && at[topic] > 0 && random.nextInt(3) == 0) {
                jumps--;
                at[topic] = random.nextInt(at[topic]);
            }
        }
        return applied;
    }
}
