package podo.event.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeatLayoutTest {

    private static final int CELL = 16;

    /** Halls as theatres build them, and some that none would. */
    private static final List<List<Section>> HALLS = List.of(
            List.of(section("Main", 15, 20)),
            List.of(section("Alone", 1, 1)),
            List.of(section("Pit", 2, 10), section("Stalls", 20, 30), section("Balcony", 8, 36)),
            List.of(section("VIP", 3, 6), section("Front", 5, 20), section("Middle", 6, 17), section("Rear", 30, 41)),
            List.of(
                    new Section("Stalls", 28, 24, "A", List.of(12), List.of("A-1", "AB-24")),
                    new Section("Circle", 4, 31, "1", List.of(8, 23), List.of()),
                    new Section("Boxes", 1, 9, "1", List.of(3), List.of())),
            List.of(section("Wide", 3, 300), section("Narrow", 5, 3), section("Wide again", 2, 299)),
            IntStream.range(0, 10).mapToObj(i -> section("Block " + i, 20, 25)).toList());

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
    void sectionsStandOneBehindTheOtherInTheOrganisersOrder() {
        for (List<Section> hall : HALLS) {
            List<PlannedSeat> seats = SeatLayout.of(hall);
            for (int i = 1; i < hall.size(); i++) {
                assertThat(minY(seats, hall.get(i).name()))
                        .as("%s behind %s", hall.get(i), hall.get(i - 1))
                        .isGreaterThan(maxY(seats, hall.get(i - 1).name()) + 12);
            }
        }
    }

    @Test
    void noTwoSeatsOverlap() {
        for (List<Section> hall : HALLS) {
            List<PlannedSeat> seats = SeatLayout.of(hall);
            Map<String, List<PlannedSeat>> cells =
                    seats.stream().collect(Collectors.groupingBy(seat -> seat.x() / CELL + ":" + seat.y() / CELL));
            for (PlannedSeat seat : seats) {
                for (int cell = 0; cell < 9; cell++) {
                    String near = (seat.x() / CELL + cell % 3 - 1) + ":" + (seat.y() / CELL + cell / 3 - 1);
                    assertThat(cells.getOrDefault(near, List.of()))
                            .filteredOn(other -> other.seq() != seat.seq())
                            .noneMatch(other ->
                                    Math.abs(other.x() - seat.x()) < 10 && Math.abs(other.y() - seat.y()) < 10);
                }
            }
        }
    }

    @Test
    void everyRowIsAnArcRoundTheMiddleOfTheStage() {
        for (List<Section> hall : HALLS) {
            List<PlannedSeat> seats = SeatLayout.of(hall);
            int doubleMiddle = seats.stream().mapToInt(PlannedSeat::x).min().orElseThrow()
                    + seats.stream().mapToInt(PlannedSeat::x).max().orElseThrow();
            rows(seats).forEach((name, row) -> {
                for (int place = 0; place < row.size(); place++) {
                    PlannedSeat mirrored = row.get(row.size() - 1 - place);
                    if (isSymmetrical(row)) {
                        assertThat(row.get(place).x() + mirrored.x()).as(name).isEqualTo(doubleMiddle);
                        assertThat(row.get(place).y()).as(name).isEqualTo(mirrored.y());
                    }
                    if (place > 0 && row.get(place).x() * 2 <= doubleMiddle) {
                        assertThat(row.get(place).y())
                                .as(name)
                                .isGreaterThanOrEqualTo(row.get(place - 1).y());
                    }
                }
                assertThat(row.getFirst().x() + row.getLast().x()).as(name).isEqualTo(doubleMiddle);
            });
        }
    }

    @Test
    void aSectionIsDrawnAloneAsItIsInFrontOfOthers() {
        Section stalls = section("Stalls", 12, 40);
        assertThat(SeatLayout.of(List.of(stalls, section("Balcony", 4, 20))).subList(0, stalls.capacity()))
                .isEqualTo(SeatLayout.of(List.of(stalls)));
    }

    @Test
    void aRowOfOneSeatIsInTheMiddle() {
        assertThat(SeatLayout.of(List.of(section("Alone", 1, 1))))
                .singleElement()
                .satisfies(seat -> assertThat(List.of(seat.x(), seat.y())).containsExactly(0, 0));
        List<PlannedSeat> seats = SeatLayout.of(List.of(section("Box", 1, 1), section("Main", 2, 11)));
        assertThat(seats.getFirst().x()).isEqualTo(50);
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
        assertThat(row.get(2).x() - row.get(1).x()).isEqualTo(26);
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

    private static boolean isSymmetrical(List<PlannedSeat> row) {
        return IntStream.range(1, row.size())
                .allMatch(i -> row.get(i).x() - row.get(i - 1).x()
                        == row.get(row.size() - i).x()
                                - row.get(row.size() - i - 1).x());
    }

    private static Map<String, List<PlannedSeat>> rows(List<PlannedSeat> seats) {
        return seats.stream().collect(Collectors.groupingBy(seat -> seat.section() + " " + seat.row()));
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
