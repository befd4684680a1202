package podo.event.show.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.event.plan.SeatingPlan;
import podo.event.plan.Section;
import podo.event.plan.SketchedPlan;
import podo.starter.problem.InvalidField;

class SeatGradesTest {

    private static final SeatingPlan HALL = SketchedPlan.ofSections(List.of(
            new Section("Main", 3, 2, "A", List.of(), List.of()),
            new Section("Balcony", 2, 2, "1", List.of(), List.of())));

    private static Grade grade(String name, Grade.Zone... zones) {
        return new Grade(name, 10_000, List.of(zones));
    }

    private static Grade.Zone zone(String section, @Nullable String from, @Nullable String to) {
        return new Grade.Zone(section, from, to);
    }

    @Test
    void everyRowHasTheGradeOfItsZone() {
        SeatGrades grades = SeatGrades.of(
                HALL,
                List.of(
                        grade("VIP", zone("Main", null, "B")),
                        grade("S", zone("Main", "C", null), zone("Balcony", null, null))));
        assertThat(grades.of("Main", "A", null)).isEqualTo("VIP");
        assertThat(grades.of("Main", "B", null)).isEqualTo("VIP");
        assertThat(grades.of("Main", "C", null)).isEqualTo("S");
        assertThat(grades.of("Balcony", "2", null)).isEqualTo("S");
    }

    @Test
    void aRowWithoutGradeIsRefused() {
        refused(grade("VIP", zone("Main", null, null)));
    }

    @Test
    void aRowWithTwoGradesIsRefused() {
        refused(
                grade("VIP", zone("Main", null, "B"), zone("Balcony", null, null)),
                grade("S", zone("Main", "B", null)));
    }

    @Test
    void aZoneWithUnknownOrReversedRowsIsRefused() {
        Grade rest = grade("S", zone("Balcony", null, null));
        refused(grade("VIP", zone("Cellar", null, null), zone("Main", null, null)), rest);
        refused(grade("VIP", zone("Main", "D", null), zone("Main", null, null)), rest);
        refused(grade("VIP", zone("Main", "C", "A"), zone("Main", null, null)), rest);
    }

    private static SeatingPlan hallWithPit(@Nullable String painted) {
        SeatingPlan.Row row = new SeatingPlan.Row("A", List.of(new SeatingPlan.Seat(1, 0, 0, null, null, null)));
        return new SeatingPlan(
                null,
                List.of(new SeatingPlan.Section("Main", 0, 0, 0.0, 0.0, List.of(row))),
                List.of(new SeatingPlan.Area("Pit", 80, 0.0, -90.0, 100.0, 60.0, painted)),
                List.of());
    }

    @Test
    void anAreaHasTheGradeOfTheZoneWithItsNameOrElseThatOfThePlan() {
        Grade seats = grade("R", zone("Main", null, null));
        SeatingPlan byName = hallWithPit(null);
        assertThat(SeatGrades.of(byName, List.of(seats, grade("P", zone("Pit", null, null))))
                        .of(byName.areas().getFirst()))
                .isEqualTo("P");
        SeatingPlan painted = hallWithPit("P");
        assertThat(SeatGrades.of(painted, List.of(seats, grade("P")))
                        .of(painted.areas().getFirst()))
                .isEqualTo("P");
    }

    @Test
    void anAreaWithoutGradeWithTwoOrWithRowsIsRefused() {
        Grade seats = grade("R", zone("Main", null, null));
        Grade pit = grade("P", zone("Pit", null, null));
        assertThatThrownBy(() -> SeatGrades.of(hallWithPit(null), List.of(seats)))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> SeatGrades.of(hallWithPit("X"), List.of(seats)))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() ->
                        SeatGrades.of(hallWithPit(null), List.of(seats, pit, grade("Q", zone("Pit", null, null)))))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> SeatGrades.of(hallWithPit(null), List.of(seats, grade("P", zone("Pit", "A", null)))))
                .isInstanceOf(InvalidField.class);
    }

    private static SeatingPlan paintedHall() {
        SeatingPlan.Seat vip = new SeatingPlan.Seat(1, 0, 0, "VIP", null, null);
        SeatingPlan.Seat r = new SeatingPlan.Seat(2, 10, 0, "R", null, null);
        SeatingPlan.Row row = new SeatingPlan.Row("A", List.of(vip, r));
        return new SeatingPlan(
                null, List.of(new SeatingPlan.Section("Main", 0, 0, 0.0, 0.0, List.of(row))), List.of(), List.of());
    }

    @Test
    void aGradeWithoutZonesIsSoldWhereThePlanIsPaintedWithItsName() {
        SeatGrades grades = SeatGrades.of(paintedHall(), List.of(grade("VIP"), grade("R")));
        assertThat(grades.of("Main", "A", "VIP")).isEqualTo("VIP");
        assertThat(grades.of("Main", "A", "R")).isEqualTo("R");
    }

    @Test
    void aZoneCoversWhatIsPainted() {
        SeatGrades grades = SeatGrades.of(paintedHall(), List.of(grade("S", zone("Main", null, null))));
        assertThat(grades.of("Main", "A", "VIP")).isEqualTo("S");
    }

    @Test
    void aGradeThatIsPaintedNowhereAndAPaintedSeatThatIsNotSoldAreRefused() {
        assertThatThrownBy(() -> SeatGrades.of(paintedHall(), List.of(grade("VIP"), grade("R"), grade("B"))))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> SeatGrades.of(paintedHall(), List.of(grade("VIP"))))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void twoGradesWithTheSameNameAreRefused() {
        refused(grade("S", zone("Main", null, null)), grade("S", zone("Balcony", null, null)));
    }

    private static void refused(Grade... grades) {
        assertThatThrownBy(() -> SeatGrades.of(HALL, List.of(grades))).isInstanceOf(InvalidField.class);
    }
}
