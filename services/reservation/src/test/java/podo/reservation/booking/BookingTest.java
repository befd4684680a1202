package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.reservation.booking.BookingState.CANCELLED;
import static podo.reservation.booking.BookingState.CHECKING;
import static podo.reservation.booking.BookingState.CONFIRMED;
import static podo.reservation.booking.BookingState.PAID;
import static podo.reservation.booking.BookingState.PENDING;
import static podo.reservation.booking.BookingState.REFUNDED;
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
import podo.contracts.reservation.BookingStatus;
import podo.reservation.booking.BookingHistory.Word;

class BookingTest {

    /** The whole table: what each word makes of each state, when all seats are still the fan's. */
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
            BookingState from,
            BookingState unknown,
            BookingState failed,
            BookingState approved,
            BookingState sold,
            BookingState lost,
            BookingState cancelled,
            BookingState givenUp) {
        Map<Word, BookingState> steps = new EnumMap<>(Map.of(
                Word.UNKNOWN, unknown,
                Word.FAILED, failed,
                Word.APPROVED, approved,
                Word.SOLD, sold,
                Word.LOST, lost,
                Word.CANCELLED, cancelled,
                Word.GIVEN_UP, givenUp));
        steps.forEach((word, to) -> assertThat(in(from).hears(word).state())
                .as("%s hears %s", from, word)
                .isEqualTo(to));
    }

    @Test
    void aBoughtBookingIsConfirmedOnceInWhateverOrderItHears() {
        for (List<Word> order : BookingHistory.orders(twice(Word.UNKNOWN, Word.APPROVED, Word.SOLD))) {
            BookingHistory story = new BookingHistory(1, 2).hears(order);
            assertThat(story.state()).as("%s", order).isEqualTo(CONFIRMED);
            assertThat(story.tickets).as("%s", order).isEqualTo(1);
        }
    }

    @Test
    void aBookingWhoseSeatsWereLostIsRefundedAndNeverTicketedInWhateverOrderItHears() {
        for (List<Word> order : BookingHistory.orders(twice(Word.UNKNOWN, Word.APPROVED, Word.LOST, Word.CANCELLED))) {
            BookingHistory story = new BookingHistory(1, 2).hears(order);
            assertThat(story.state()).as("%s", order).isEqualTo(REFUNDED);
            assertThat(story.tickets).as("%s", order).isZero();
        }
    }

    @Test
    void aBoughtBookingThatWasGivenBackStaysRefundedInWhateverOrderItHears() {
        for (List<Word> order : BookingHistory.orders(twice(Word.UNKNOWN, Word.APPROVED, Word.SOLD, Word.CANCELLED))) {
            BookingHistory story = new BookingHistory(1, 2).hears(order);
            assertThat(story.state()).as("%s", order).isEqualTo(REFUNDED);
            assertThat(story.tickets).as("%s", order).isLessThanOrEqualTo(1);
        }
    }

    /** Nobody says both SOLD and LOST of an order; if it were so, the money decides and no ticket is issued after it. */
    @Test
    void whereMoneyWentBackNothingBringsTheBookingToLifeAgain() {
        List<Word> all = List.of(Word.UNKNOWN, Word.APPROVED, Word.SOLD, Word.CANCELLED, Word.LOST);
        for (List<Word> order : BookingHistory.orders(all)) {
            BookingHistory story = new BookingHistory(1, 2).hears(order);
            assertThat(story.state()).as("%s", order).isEqualTo(REFUNDED);
            boolean soldFirst = order.indexOf(Word.SOLD) < order.indexOf(Word.CANCELLED)
                    && order.indexOf(Word.SOLD) < order.indexOf(Word.LOST);
            assertThat(story.tickets).as("%s", order).isEqualTo(soldFirst ? 1 : 0);
        }
    }

    @Test
    void aFanWhoGivesUpWhileTheBankSaysYesGetsTheSeats() {
        for (List<Word> order : BookingHistory.orders(List.of(Word.GIVEN_UP, Word.UNKNOWN, Word.APPROVED, Word.SOLD))) {
            assertThat(new BookingHistory(1).hears(order).state()).as("%s", order).isEqualTo(CONFIRMED);
        }
        for (List<Word> order : BookingHistory.orders(List.of(Word.GIVEN_UP, Word.APPROVED, Word.LOST, Word.CANCELLED))) {
            assertThat(new BookingHistory(1).hears(order).state()).as("%s", order).isEqualTo(REFUNDED);
        }
    }

    /**
     * As Kafka really does it: each topic in order, the two interleaved at will, and either one jumps back and is said
     * again from there.
     */
    @Test
    void aDeclinedThenPaidBookingIsConfirmedHoweverOftenTheTopicsAreHeardAgain() {
        List<Word> money = List.of(Word.UNKNOWN, Word.FAILED, Word.FAILED, Word.UNKNOWN, Word.APPROVED);
        List<Word> seats = List.of(Word.SOLD);
        for (long seed = 0; seed < 5_000; seed++) {
            List<Word> order = interleaved(money, seats, new Random(seed));
            BookingHistory story = new BookingHistory(1, 2, 3).hears(order);
            assertThat(story.state()).as("seed %s: %s", seed, order).isEqualTo(CONFIRMED);
            assertThat(story.tickets).as("seed %s: %s", seed, order).isEqualTo(1);
        }
    }

    @Test
    void aDeclinedFanMayPayAgain() {
        BookingHistory story = new BookingHistory(1).hears(List.of(Word.UNKNOWN, Word.FAILED, Word.UNKNOWN, Word.FAILED));
        assertThat(story.state()).isEqualTo(PENDING);
        assertThat(story.hears(Word.APPROVED).state()).isEqualTo(PAID);
    }

    @Test
    void partOfABookingGoesBackAndTheRestStays() {
        BookingHistory story = new BookingHistory(1, 2, 3).hears(List.of(Word.APPROVED, Word.SOLD));
        story.booking.giveBack(List.of(2L));
        assertThat(story.state()).isEqualTo(CONFIRMED);
        assertThat(seatStates(story)).containsExactly("BOOKED", "GIVEN_BACK", "BOOKED");
        story.booking.refunded(List.of(2L));
        story.booking.refunded(List.of(2L));
        story.booking.giveBack(List.of(2L));
        assertThat(seatStates(story)).containsExactly("BOOKED", "REFUNDED", "BOOKED");
        assertThat(story.hears(List.of(Word.SOLD, Word.APPROVED, Word.UNKNOWN)).state())
                .isEqualTo(CONFIRMED);
        assertThat(story.tickets).isEqualTo(1);

        story.booking.giveBack(List.of(1L));
        story.booking.giveBack(List.of(3L));
        assertThat(story.state()).isEqualTo(CANCELLED);
        story.booking.refunded(List.of(3L));
        assertThat(story.state()).isEqualTo(CANCELLED);
        story.booking.refunded(List.of(1L));
        assertThat(story.state()).isEqualTo(REFUNDED);
    }

    @Test
    void aRefundThatNobodyHereAskedForIsTakenInAsWell() {
        BookingHistory story = new BookingHistory(1, 2).hears(List.of(Word.APPROVED, Word.SOLD));
        story.booking.giveBack(List.of(1L));
        story.booking.refunded(List.of(2L));
        assertThat(story.state()).as("one seat's money is still on its way").isEqualTo(CANCELLED);
        story.booking.refunded(List.of(1L));
        assertThat(story.state()).isEqualTo(REFUNDED);
    }

    @Test
    void onlyAnUnpaidBookingExpiresAndMoneyOverrulesIt() {
        Instant late = NOW.plusSeconds(300);
        assertThat(new BookingHistory(1).booking.statusAt(late.minusMillis(1))).isEqualTo(BookingStatus.PENDING);
        assertThat(new BookingHistory(1).booking.statusAt(late)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(new BookingHistory(1).hears(Word.UNKNOWN).booking.statusAt(late)).isEqualTo(BookingStatus.CHECKING);
        assertThat(new BookingHistory(1).hears(Word.APPROVED).booking.statusAt(late)).isEqualTo(BookingStatus.CHECKING);
        assertThat(new BookingHistory(1).hears(Word.SOLD).booking.statusAt(late)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void anUnpaidBookingLastsAsLongAsItsHold() {
        Booking booking = new BookingHistory(1).booking;
        Instant longer = NOW.plus(Duration.ofMinutes(10));
        assertThat(booking.isBehind(BookingHistory.hold("HELD", NOW.plusSeconds(300), 1), NOW))
                .isFalse();
        booking.follow(BookingHistory.hold("HELD", longer.plusNanos(999), 1), NOW);
        assertThat(booking.expiresAt()).isEqualTo(longer);

        booking.follow(BookingHistory.hold("RELEASED", longer, 1), NOW);
        assertThat(booking.statusAt(NOW)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(booking.isBehind(BookingHistory.hold("RELEASED", longer, 1), NOW.plusSeconds(9)))
                .as("an end that is written is not moved")
                .isFalse();
    }

    @Test
    void aSoldHoldIsPaidForEvenBeforeTheMessagesSaySo() {
        BookingHistory story = new BookingHistory(1);
        story.booking.follow(BookingHistory.hold("SOLD", NOW.minusSeconds(1), 1), NOW);
        assertThat(story.state()).isEqualTo(PAID);
        assertThat(story.hears(List.of(Word.UNKNOWN, Word.APPROVED, Word.SOLD)).tickets)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = BookingState.class, names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotPendingDoesNotCareForItsHold(BookingState state) {
        BookingHistory story = in(state);
        story.booking.follow(BookingHistory.hold("SOLD", NOW.plusSeconds(999), 1, 2), NOW);
        assertThat(story.state()).isEqualTo(state);
        assertThat(story.booking.expiresAt()).isEqualTo(NOW.plusSeconds(300));
    }

    private static BookingHistory in(BookingState state) {
        BookingHistory story = new BookingHistory(1, 2);
        return switch (state) {
            case PENDING -> story;
            case CHECKING -> story.hears(Word.UNKNOWN);
            case PAID -> story.hears(Word.APPROVED);
            case CONFIRMED -> story.hears(Word.SOLD);
            case CANCELLED -> story.hears(Word.GIVEN_UP);
            case REFUNDED -> story.hears(List.of(Word.SOLD, Word.CANCELLED));
        };
    }

    private static List<String> seatStates(BookingHistory story) {
        return story.booking.seats().stream().map(seat -> seat.state().name()).toList();
    }

    private static List<Word> twice(Word... words) {
        List<Word> twice = new ArrayList<>(List.of(words));
        twice.addAll(List.of(words));
        return twice;
    }

    private static List<Word> interleaved(List<Word> money, List<Word> seats, Random random) {
        List<Word> heard = new ArrayList<>();
        int[] at = {0, 0};
        int jumps = 6;
        while (at[0] < money.size() || at[1] < seats.size()) {
            int topic = random.nextInt(2);
            List<Word> words = topic == 0 ? money : seats;
            if (at[topic] < words.size()) {
                heard.add(words.get(at[topic]++));
            }
            if (jumps > 0 && at[topic] > 0 && random.nextInt(3) == 0) {
                jumps--;
                at[topic] = random.nextInt(at[topic]);
            }
        }
        return heard;
    }
}
