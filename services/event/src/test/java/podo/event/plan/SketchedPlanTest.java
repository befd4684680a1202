package podo.event.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SketchedPlanTest {

    private static SectionSketch sketch(
            String name, int rows, int seats, int growth, SectionSketch.@Nullable Place place) {
        return new SectionSketch(
                name, rows, seats, growth, "A", true, List.of(seats / 2), List.of(), Numbering.ODD_LEFT, "R", place);
    }

    @Test
    void theStallsOfTheIssueAreCurvedWithOddNumbersLeftOfTheAisle() {
        SeatingPlan plan =
                SketchedPlan.of(List.of(sketch("Stalls", 14, 20, 0, new SectionSketch.Place(0, 60, 0, 2))), List.of());
        List<SeatingPlan.Row> rows = plan.sections().getFirst().rows();
        assertThat(rows)
                .extracting(SeatingPlan.Row::name)
                .startsWith("A")
                .endsWith("P")
                .doesNotContain("I", "O");
        assertThat(rows.getFirst().seats())
                .extracting(SeatingPlan.Seat::number)
                .startsWith(19)
                .endsWith(20);
        assertThat(rows.getFirst().seats().get(9).number()).isEqualTo(1);
        assertThat(rows.getFirst().seats().get(10).x()
                        - rows.getFirst().seats().get(9).x())
                .isEqualTo(26);

        List<PlannedSeat> seats = PlanSeats.of(plan);
        assertThat(seats.getFirst().y()).isLessThan(seats.get(9).y());
        assertThat(seats.get(9).y()).isEqualTo(60);
        assertThat(seats.getFirst().x()).isEqualTo(-seats.get(19).x());
    }

    @Test
    void rowsGrowAndKeepTheirAisleInTheMiddle() {
        SeatingPlan plan =
                SketchedPlan.of(List.of(sketch("Block", 3, 4, 2, new SectionSketch.Place(0, 0, 0, 0))), List.of());
        List<SeatingPlan.Row> rows = plan.sections().getFirst().rows();
        assertThat(rows).extracting(row -> row.seats().size()).containsExactly(4, 6, 8);
        assertThat(rows.get(2).seats()).extracting(SeatingPlan.Seat::number).containsExactly(7, 5, 3, 1, 2, 4, 6, 8);
        assertThat(rows.get(2).seats().get(4).x() - rows.get(2).seats().get(3).x())
                .isEqualTo(26);
    }

    @Test
    void sectionsWithoutPlaceStandWhereTheyStoodBeforePlansCouldBeDrawn() {
        List<Section> sections = List.of(
                new Section("Pit", 2, 8, "1", List.of(), List.of("1-1")),
                new Section("Stalls", 28, 21, "A", List.of(10), List.of()),
                new Section("Balcony", 4, 25, "1", List.of(), List.of()));
        assertThat(PlanSeats.of(SketchedPlan.ofSections(sections))).isEqualTo(SeatLayout.of(sections));
    }

    @Test
    void aTurnedSectionKeepsItsShape() {
        List<PlannedSeat> seats = PlanSeats.of(
                SketchedPlan.of(List.of(sketch("East", 2, 4, 0, new SectionSketch.Place(100, 0, 90, 0))), List.of()));
        assertThat(seats.subList(0, 4)).extracting(PlannedSeat::x).containsOnly(100);
        assertThat(seats.subList(0, 4)).extracting(PlannedSeat::y).containsExactly(-23, -13, 13, 23);
        assertThat(seats.subList(4, 8)).extracting(PlannedSeat::x).containsOnly(88);
    }

    @Test
    void aHorseshoeKeepsTheDistanceOfItsSeats() {
        SectionSketch balcony = new SectionSketch(
                "Balcony",
                1,
                44,
                0,
                "A",
                false,
                List.of(),
                List.of(),
                Numbering.UP,
                null,
                new SectionSketch.Place(0, 0, 0, 7.5));
        List<PlannedSeat> seats = PlanSeats.of(SketchedPlan.of(List.of(balcony), List.of()));
        IntStream.range(1, 44)
                .mapToDouble(i -> Math.hypot(
                        seats.get(i).x() - seats.get(i - 1).x(),
                        seats.get(i).y() - seats.get(i - 1).y()))
                .forEach(distance -> assertThat(distance).isBetween(9.0, 11.0));
        assertThat(seats.getFirst().y()).isLessThan(-100);
    }
}
