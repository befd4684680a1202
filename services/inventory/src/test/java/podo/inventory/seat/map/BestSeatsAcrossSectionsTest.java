package podo.inventory.seat.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatOffer;
import podo.inventory.seat.map.SeatMap.Snapshot;

/** Halls of several sections, one behind the other: the grade counts first, then how near the middle of the stage is. */
class BestSeatsAcrossSectionsTest {

    private static final long EVENT = 5;
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final List<Hall.Grade> GRADES =
            List.of(new Hall.Grade("S", 50_000), new Hall.Grade("VIP", 150_000), new Hall.Grade("R", 110_000));

    private final BestSeats best = new BestSeats();

    /** @param grade position in {@link #GRADES} */
    private record Block(String name, int rows, int seats, int grade) {}

    private static final Block PIT = new Block("Pit", 2, 8, 2);
    private static final Block STALLS = new Block("Stalls", 10, 20, 1);
    private static final Block BALCONY = new Block("Balcony", 4, 30, 0);

    @Test
    void theBestGradeGoesFirstAlsoWhereACheaperSectionIsNearerToTheStage() {
        List<Seat> seats = seats(PIT, STALLS, BALCONY);
        for (int count = 1; count <= 8; count++) {
            for (long fan = 0; fan < 20; fan++) {
                assertThat(propose(seats, seat -> false, count, null, fan).seats())
                        .hasSize(count)
                        .allMatch(seat -> seat.section().equals("Stalls")
                                && seat.row().equals("1")
                                && seat.number() >= 5
                                && seat.number() <= 16);
            }
        }
    }

    @Test
    void whenTheBestGradeHasTooFewTheNextBestIsProposed() {
        List<Seat> seats = seats(PIT, STALLS, BALCONY);
        Predicate<Seat> fourVipsLeft =
                seat -> seat.grade() == 1 && !(seat.row().equals("9") && seat.number() >= 3 && seat.number() <= 6);

        assertThat(propose(seats, fourVipsLeft, 4, null, 1).seats())
                .allMatch(seat -> seat.row().equals("9"));
        assertThat(propose(seats, fourVipsLeft, 5, null, 1).seats())
                .allMatch(seat -> seat.section().equals("Pit"));
        assertThat(propose(seats, seat -> seat.grade() != 0, 5, null, 1).seats())
                .allMatch(seat -> seat.section().equals("Balcony"));
    }

    @Test
    void theWishForAGradeIsKept() {
        assertThat(propose(seats(PIT, STALLS, BALCONY), seat -> false, 2, "S", 1)
                        .seats())
                .allMatch(seat -> seat.section().equals("Balcony")
                        && seat.row().equals("1")
                        && seat.number() >= 13
                        && seat.number() <= 18);
    }

    @Test
    void theBalconyIsNeverProposedBeforeEmptyStallsOfTheSameGrade() {
        List<Seat> seats = seats(new Block("Stalls", 15, 12, 1), new Block("Balcony", 6, 40, 1));
        for (long fan = 0; fan < 50; fan++) {
            assertThat(propose(seats, seat -> false, 1 + (int) fan % 4, null, fan)
                            .seats())
                    .allMatch(seat -> seat.section().equals("Stalls"));
        }
    }

    @Test
    void aHallFillsFromTheMiddleOfTheStageOutwards() {
        List<Seat> seats =
                seats(new Block("Stalls", 8, 14, 1), new Block("Circle", 3, 20, 1), new Block("Balcony", 3, 24, 1));
        ToDoubleFunction<Seat> distance =
                BestSeats.fromStage(map(seats, seat -> false).hall());
        Set<Long> taken = new HashSet<>();
        double furthest = 0;
        while (taken.size() < seats.size()) {
            SeatOffer next = propose(seats, seat -> taken.contains(seat.id()), 1, null, taken.size())
                    .seats()
                    .getFirst();
            double away = distance.applyAsDouble(seats.get(SeatIds.seq(next.id()) - 1));
            // 5 units are "nearly equal", 20 the price of leaving a seat alone
            assertThat(away).isGreaterThan(furthest - 50);
            furthest = Math.max(furthest, away);
            taken.add(next.id());
        }
    }

    @Test
    void aProposalAfterALossIsNearWhatWasLostAndOfItsGrade() {
        List<Seat> seats = seats(PIT, STALLS, BALCONY);
        List<Long> lost = seats.stream()
                .filter(seat -> seat.section().equals("Stalls")
                        && seat.row().equals("8")
                        && seat.number() >= 17
                        && seat.number() <= 18)
                .map(Seat::id)
                .toList();
        Snapshot map = map(seats, seat -> lost.contains(seat.id()));
        for (long fan = 0; fan < 20; fan++) {
            assertThat(best.propose(map, new BestSeats.Criteria(2, null, null, false, lost), fan)
                            .seats())
                    .hasSize(2)
                    .allMatch(seat -> seat.section().equals("Stalls")
                            && Math.abs(Integer.parseInt(seat.row()) - 8) <= 2
                            && seat.number() >= 14);
        }
    }

    @Test
    void whenTheLostGradeIsSoldOutWhatIsNotDearerGoesBeforeWhatIs() {
        List<Seat> seats = seats(PIT, STALLS, BALCONY);
        List<Long> lost =
                seats.stream().filter(seat -> seat.grade() == 2).map(Seat::id).toList();
        Snapshot map = map(seats, seat -> seat.grade() == 2);

        assertThat(best.propose(map, new BestSeats.Criteria(2, null, null, false, lost.subList(0, 2)), 1)
                        .seats())
                .allMatch(seat -> seat.grade().equals("S"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 50_000})
    void aSeatIsRankedAFewTimesHoweverLargeTheHall(int size) {
        List<Seat> seats = seats(new Block("Stalls", size / 200, 100, 1), new Block("Balcony", size / 200, 100, 2));
        AtomicLong ranked = new AtomicLong();
        for (Predicate<Seat> taken :
                List.<Predicate<Seat>>of(seat -> false, seat -> seat.number() % 2 == 0, seat -> true)) {
            Snapshot map = map(seats, taken);
            ToDoubleFunction<Seat> distance = BestSeats.fromStage(map.hall());
            best.propose(
                    map,
                    new BestSeats.Criteria(4, null, null, false, List.of()),
                    List.of(),
                    seat -> {
                        ranked.incrementAndGet();
                        return distance.applyAsDouble(seat);
                    },
                    1);
        }
        assertThat(ranked.get()).isLessThan(3L * size);
    }

    private BestSeats.Proposal propose(
            List<Seat> seats, Predicate<Seat> taken, int count, @Nullable String grade, long fan) {
        return best.propose(map(seats, taken), new BestSeats.Criteria(count, grade, null, false, List.of()), fan);
    }

    private static Snapshot map(List<Seat> seats, Predicate<Seat> taken) {
        Instant later = NOW.plus(Duration.ofDays(9));
        Hall hall =
                new Hall(EVENT, 1, 1, 7, false, later, NOW, later, later, 4, 2, SingleSeatPolicy.OFF, GRADES, seats);
        StringBuilder letters = new StringBuilder();
        seats.forEach(seat -> letters.append(taken.test(seat) ? 's' : 'a'));
        byte[] state = letters.toString().getBytes(StandardCharsets.US_ASCII);
        return new SeatMap(new SeatMapJson(hall), 1, state, new long[state.length]).snapshot(NOW, null);
    }

    /** As the event service lays sections out: centred, each behind the one before. */
    private static List<Seat> seats(Block... blocks) {
        int widest = Arrays.stream(blocks).mapToInt(Block::seats).max().orElse(0);
        List<Seat> seats = new ArrayList<>();
        int top = 0;
        for (Block block : blocks) {
            int left = (widest - block.seats()) * 5;
            for (int row = 0; row < block.rows(); row++) {
                for (int number = 1; number <= block.seats(); number++) {
                    long id = SeatIds.of(EVENT, seats.size() + 1);
                    String name = Integer.toString(row + 1);
                    int x = left + (number - 1) * 10;
                    int y = top + row * 12;
                    seats.add(new Seat(id, block.name(), name, number, block.grade(), false, false, x, y));
                }
            }
            top += block.rows() * 12 + 28;
        }
        return seats;
    }
}
