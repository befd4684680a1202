package podo.event.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeatLayoutTest {

    private static Section section(String name, int rows, int seats) {
        return new Section(name, rows, seats, "A", List.of(), List.of());
    }

    @Test
    void seatsAreNumberedFromOneInTheOrderOfThePlan() {
        List<PlannedSeat> seats = SeatLayout.of(List.of(section("Left", 2, 3), section("Right", 1, 2)));
        assertThat(seats).extracting(PlannedSeat::seq).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(seats)
                .extracting(seat -> seat.section() + " " + seat.row() + seat.number())
                .containsExactly(
                        "Left A1", "Left A2", "Left A3", "Left B1", "Left B2", "Left B3", "Right A1", "Right A2");
    }

    @Test
    void noTwoSeatsHaveTheSameCoordinatesAndNoneIsNegative() {
        List<PlannedSeat> seats = SeatLayout.of(IntStream.range(0, 7)
                .mapToObj(i -> section("S" + i, 10 + i, 20 + i))
                .toList());
        assertThat(seats).extracting(seat -> seat.x() + "/" + seat.y()).doesNotHaveDuplicates();
        assertThat(seats).allMatch(seat -> seat.x() >= 0 && seat.y() >= 0);
    }

    @Test
    void sectionsOfATierStandSideBySideAndTheNextTierBehind() {
        List<PlannedSeat> seats = SeatLayout.of(List.of(
                section("A", 2, 5), section("B", 2, 5), section("C", 2, 5), section("D", 2, 5), section("E", 2, 5)));
        assertThat(minX(seats, "B")).isGreaterThan(maxX(seats, "A"));
        assertThat(minX(seats, "C")).isGreaterThan(maxX(seats, "B"));
        assertThat(minY(seats, "D")).isGreaterThan(maxY(seats, "A")).isGreaterThan(maxY(seats, "B"));
    }

    @Test
    void rowsCurveSymmetricallyRoundTheStage() {
        List<PlannedSeat> row = SeatLayout.of(List.of(section("Main", 1, 41)));
        assertThat(row.get(20).y()).isGreaterThan(row.getFirst().y());
        assertThat(row.getFirst().y()).isEqualTo(row.getLast().y());
    }

    @Test
    void anAisleIsWiderThanASeat() {
        List<PlannedSeat> row = SeatLayout.of(List.of(new Section("Main", 1, 4, "1", List.of(2), List.of())));
        assertThat(row.get(1).x() - row.get(0).x()).isEqualTo(10);
        assertThat(row.get(2).x() - row.get(1).x()).isEqualTo(25);
    }

    @Test
    void wheelchairPlacesAreMarked() {
        List<PlannedSeat> seats = SeatLayout.of(List.of(new Section("Main", 2, 2, "1", List.of(), List.of("2-1"))));
        assertThat(seats).extracting(PlannedSeat::accessible).containsExactly(false, false, true, false);
    }

    @Test
    void fiftyThousandSeatsAreLaidOut() {
        List<PlannedSeat> seats = SeatLayout.of(IntStream.range(0, 20)
                .mapToObj(i -> section("Block " + i, 50, 50))
                .toList());
        assertThat(seats).hasSize(50_000);
        assertThat(seats.getLast().seq()).isEqualTo(50_000);
    }

    private static int minX(List<PlannedSeat> seats, String section) {
        return of(seats, section).mapToInt(PlannedSeat::x).min().orElseThrow();
    }

    private static int maxX(List<PlannedSeat> seats, String section) {
        return of(seats, section).mapToInt(PlannedSeat::x).max().orElseThrow();
    }

    private static int minY(List<PlannedSeat> seats, String section) {
        return of(seats, section).mapToInt(PlannedSeat::y).min().orElseThrow();
    }

    private static int maxY(List<PlannedSeat> seats, String section) {
        return of(seats, section).mapToInt(PlannedSeat::y).max().orElseThrow();
    }

    private static Stream<PlannedSeat> of(List<PlannedSeat> seats, String section) {
        return seats.stream().filter(seat -> seat.section().equals(section));
    }
}
