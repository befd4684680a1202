package podo.inventory.seat.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.CompanionSeats;
import podo.inventory.seat.Hall;
import podo.inventory.seat.LonelySeats;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatOffer;
import podo.inventory.seat.map.SeatMap.Snapshot;

class BestSeatsTest {

    private static final long EVENT = 5;
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private final BestSeats best = new BestSeats();

    @Test
    void theBestSeatsAreSideBySideInTheMiddleOfTheFront() {
        var proposal = propose(hall(".........", "........."), 3, null, false, 1);

        assertThat(proposal.adjacent()).isTrue();
        assertThat(proposal.seats()).hasSize(3).allMatch(seat -> seat.row().equals("1"));
        assertThat(numbers(proposal)).isSorted().allMatch(number -> number >= 2 && number <= 8);
    }

    @Test
    void fansWhoAskAtOnceAreNotAllSentToTheSameSeats() {
        Snapshot hall = hall("....................", "....................");
        assertThat(LongStream.range(0, 50)
                        .mapToObj(fan -> numbers(propose(hall, 2, null, false, fan)))
                        .distinct()
                        .count())
                .isGreaterThan(2);
    }

    @Test
    void anAisleParts() {
        assertThat(propose(hall(".. ..", "....x"), 4, null, false, 1).seats())
                .allMatch(seat -> seat.row().equals("2"));
    }

    @Test
    void onlySeatsOfTheWantedGradeAreProposed() {
        assertThat(propose(hall("....", "...."), 2, "R", false, 1).seats())
                .hasSize(2)
                .allMatch(seat -> seat.grade().equals("R"));
        assertThat(propose(hall("....", "...."), 2, "none", false, 1).seats()).isEmpty();
    }

    @Test
    void noSeatIsProposedThatCostsMoreThanTheFanWantsToPay() {
        Snapshot hall = hall("....", "....");
        assertThat(best.propose(hall, new BestSeats.Criteria(2, null, 110_000L, false, List.of()), 1)
                        .seats())
                .hasSize(2)
                .allMatch(seat -> seat.price() == 110_000);
        assertThat(best.propose(hall, new BestSeats.Criteria(2, null, 109_999L, false, List.of()), 1)
                        .seats())
                .isEmpty();
        assertThat(best.propose(hall, new BestSeats.Criteria(2, "VIP", 110_000L, false, List.of()), 1)
                        .seats())
                .isEmpty();
        assertThat(best.propose(hall, new BestSeats.Criteria(2, "VIP", 150_000L, false, List.of()), 1)
                        .seats())
                .hasSize(2);
    }

    @Test
    void whereNoneAreSideBySideTheNearestAreProposedAndItIsSaid() {
        var proposal = propose(hall(".x.x.", "xxxxx"), 2, null, false, 1);

        assertThat(proposal.adjacent()).isFalse();
        assertThat(proposal.seats()).hasSize(2);
        assertThat(propose(hall("x.x", "xxx"), 2, null, false, 1).seats()).isEmpty();
    }

    @Test
    void seatsKeptForThoseWhoNeedThemAreProposedToThemOnly() {
        Snapshot hall = hall("xWx", "xxx");
        assertThat(propose(hall, 1, null, false, 1).seats()).isEmpty();
        assertThat(propose(hall, 1, null, true, 1).seats()).hasSize(1);
    }

    @Test
    void theSeatBesideAnAccessibleOneIsKeptForTheCompanion() {
        assertThat(hall("..W..", "xxxxx").text()).isEqualTo("aabbasssss");
        assertThat(hall("..W x", "xxxxx").text()).startsWith("abbs");
        assertThat(hall("WW...", "xxxxx").text()).startsWith("bbbaa");
        assertThat(numbers(propose(hall(".....", "...W.", "xxxxx"), 2, null, true, 1)))
                .containsExactly(4, 5);
    }

    @Test
    void aChoiceThatLeavesOneSeatAloneIsNoticed() {
        assertThat(alone(hall("x....x"), 2)).containsExactly(1);
        assertThat(alone(hall("x....x"), 1)).isEmpty();
        assertThat(alone(hall("x....x"), 1, 2)).isEmpty();
        assertThat(alone(hall("....."), 2, 3)).containsExactly(4);
    }

    @Test
    void aChoiceIsExcusedWhenOneSeatHadToStayAlone() {
        assertThat(alone(hall("x..x"), 1)).isEmpty();
        assertThat(alone(hall("x...x"), 1, 2)).isEmpty();
        assertThat(alone(hall("x...x"), 2)).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void whereTheHallForbidsItNoProposalLeavesASeatAlone() {
        assertThat(numbers(propose(forbidding("x....x", "xxxxxx"), 1, null, false, 1)))
                .isSubsetOf(2, 5);
        assertThat(propose(forbidding(".x.x.", "xxxxx"), 2, null, false, 1).seats())
                .hasSize(2);
        Random random = new Random(7);
        int proposals = 0;
        for (int round = 0; round < 300; round++) {
            Snapshot hall = forbidding(row(random), row(random), row(random));
            int count = 1 + random.nextInt(4);
            String grade = random.nextBoolean() ? null : random.nextBoolean() ? "VIP" : "R";
            var proposal = propose(hall, count, grade, false, random.nextLong());
            Set<Long> ids = proposal.seats().stream().map(SeatOffer::id).collect(Collectors.toSet());
            assertThat(LonelySeats.findLeftAlone(
                            hall.map().json().runs(), ids, seat -> hall.state(seat) == SeatState.AVAILABLE))
                    .as("%s of %s", ids, hall.text())
                    .isEmpty();
            proposals += proposal.seats().isEmpty() ? 0 : 1;
        }
        assertThat(proposals).isGreaterThan(200);
    }

    @Test
    void seatsThatAreNotSideBySideAreOfOneGradeToo() {
        var proposal = propose(hall("xx.xx", "x.x.x"), 2, null, false, 1);

        assertThat(proposal.adjacent()).isFalse();
        assertThat(proposal.seats()).hasSize(2).allMatch(seat -> seat.grade().equals("R"));
        assertThat(propose(hall("xx.xx", "xx.xx"), 2, null, false, 1).seats()).isEmpty();
    }

    private BestSeats.Proposal propose(
            Snapshot hall, int count, @Nullable String grade, boolean accessible, long fanId) {
        return best.propose(hall, new BestSeats.Criteria(count, grade, null, accessible, List.of()), fanId);
    }

    private static String row(Random random) {
        return random.ints(12, 0, 5)
                .mapToObj(i -> i == 0 ? "x" : i == 1 && random.nextInt(3) == 0 ? " " : ".")
                .collect(Collectors.joining());
    }

    /** Positions (from 0) that are left alone when these positions of the first row are chosen. */
    private static List<Integer> alone(Snapshot hall, int... chosen) {
        Set<Long> ids =
                IntStream.of(chosen).mapToObj(i -> SeatIds.of(EVENT, i + 1)).collect(Collectors.toSet());
        return LonelySeats.findLeftAlone(hall.map().json().runs(), ids, seat -> hall.state(seat) == SeatState.AVAILABLE)
                .stream()
                .map(id -> SeatIds.seq(id) - 1)
                .toList();
    }

    private static List<Integer> numbers(BestSeats.Proposal proposal) {
        return proposal.seats().stream().map(SeatOffer::number).toList();
    }

    /** Rows from the stage: . free, x taken, W free and kept for those who need it, blank an aisle. The last row is R. */
    private static Snapshot hall(String... rows) {
        return hall(SingleSeatPolicy.OFF, rows);
    }

    private static Snapshot forbidding(String... rows) {
        return hall(SingleSeatPolicy.FORBID, rows);
    }

    private static Snapshot hall(SingleSeatPolicy policy, String... rows) {
        List<Seat> seats = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (int row = 0; row < rows.length; row++) {
            for (int place = 0; place < rows[row].length(); place++) {
                char what = rows[row].charAt(place);
                if (what != ' ') {
                    int grade = row > 0 && row == rows.length - 1 ? 1 : 0;
                    seats.add(new Seat(
                            SeatIds.of(EVENT, seats.size() + 1),
                            "A",
                            Integer.toString(row + 1),
                            place + 1,
                            grade,
                            what == 'W',
                            false,
                            place * 10,
                            row * 10));
                    letters.append(what == 'x' ? 's' : 'a');
                }
            }
        }
        Hall hall = new Hall(
                EVENT,
                1,
                1,
                7,
                false,
                NOW.plus(Duration.ofDays(9)),
                NOW,
                NOW.plus(Duration.ofDays(9)),
                NOW.plus(Duration.ofDays(8)),
                4,
                2,
                policy,
                List.of(new Hall.Grade("VIP", 150_000), new Hall.Grade("R", 110_000)),
                CompanionSeats.mark(seats));
        byte[] state = letters.toString().getBytes(StandardCharsets.US_ASCII);
        return new SeatMap(new SeatMapJson(hall), 1, state, new long[state.length]).snapshot(NOW, null);
    }
}
