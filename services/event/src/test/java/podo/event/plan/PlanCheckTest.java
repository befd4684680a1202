package podo.event.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.starter.problem.InvalidField;

class PlanCheckTest {

    private static SeatingPlan.Seat seat(int number, double x) {
        return new SeatingPlan.Seat(number, x, 0, null, null, null);
    }

    private static SeatingPlan.Seat painted(int number, double x, @Nullable String grade) {
        return new SeatingPlan.Seat(number, x, 0, grade, null, null);
    }

    private static SeatingPlan plan(SeatingPlan.Seat... seats) {
        return plan(0, new SeatingPlan.Row("A", List.of(seats)));
    }

    private static SeatingPlan plan(double curve, SeatingPlan.Row... rows) {
        return of(new SeatingPlan.Section("Main", 0, 0, 0.0, curve, List.of(rows)));
    }

    private static SeatingPlan of(SeatingPlan.Section... sections) {
        return new SeatingPlan(null, List.of(sections), List.of(), List.of());
    }

    private static List<String> faults(SeatingPlan plan) {
        InvalidField refused = catchThrowableOfType(InvalidField.class, () -> PlanCheck.check(plan, "plan."));
        return refused == null
                ? List.of()
                : refused.fields().stream()
                        .map(field -> field.field() + " " + field.key())
                        .toList();
    }

    @Test
    void anOrdinaryPlanHasNoFault() {
        assertThat(faults(plan(seat(1, 0), seat(2, 10)))).isEmpty();
    }

    @Test
    void aSeatRowOrSectionExistsOnce() {
        assertThat(faults(plan(seat(1, 0), seat(1, 10))))
                .containsExactly("plan.sections[0].rows[0].seats[1].number seat-twice");
        SeatingPlan.Row row = new SeatingPlan.Row("A", List.of(seat(1, 0)));
        assertThat(faults(plan(0.0, row, row))).containsExactly("plan.sections[0].rows[1].name row-twice");
        SeatingPlan.Section section = new SeatingPlan.Section("Main", 0, 0, 0.0, 0.0, List.of(row));
        assertThat(faults(of(section, section))).containsExactly("plan.sections[1].name section-twice");
    }

    @Test
    void seatsDoNotStandOnEachOther() {
        assertThat(faults(plan(seat(1, 0), seat(2, 6)))).containsExactly("plan.sections seats-overlap");
        assertThat(faults(plan(seat(1, 0), seat(2, 7)))).isEmpty();
    }

    @Test
    void eitherNoSeatIsPaintedOrEveryOne() {
        assertThat(faults(plan(painted(1, 0, "R"), painted(2, 10, null))))
                .containsExactly("plan.sections[0].rows[0].seats[1].grade seat-without-grade");
        assertThat(faults(plan(painted(1, 0, "R"), painted(2, 10, "S")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 20_001})
    void aPlaceIsANumberInsideThePlan(double x) {
        assertThat(faults(plan(seat(1, x)))).containsExactly("plan.sections[0].rows[0].seats[0].x out-of-plan");
        SeatingPlan.Row row = new SeatingPlan.Row("A", List.of(seat(1, 0)));
        assertThat(faults(of(new SeatingPlan.Section("Main", x, 0, 0.0, 0.0, List.of(row)))))
                .containsExactly("plan.sections[0].x out-of-plan");
        assertThat(faults(of(new SeatingPlan.Section("Main", 0, 0, 0.0, x, List.of(row)))))
                .containsExactly("plan.sections[0].curve out-of-plan");
    }

    @Test
    void aRowIsNotCurvedBeyondItsCircle() {
        assertThat(faults(plan(50, new SeatingPlan.Row("A", List.of(seat(1, 0), seat(2, 70))))))
                .containsExactly("plan.sections[0].rows[0].seats[1].x curve-too-strong");
        assertThat(faults(
                        plan(-50, new SeatingPlan.Row("A", List.of(new SeatingPlan.Seat(1, 0, 30, null, null, null))))))
                .containsExactly("plan.sections[0].rows[0].seats[0].x curve-too-strong");
    }

    @Test
    void aPlanHasSeatsButNotMoreThan50000() {
        assertThat(faults(of())).containsExactly("plan.sections no-seats");
        List<SeatingPlan.Row> rows = IntStream.range(0, 101)
                .mapToObj(row -> new SeatingPlan.Row(
                        "R" + row,
                        IntStream.range(0, 500)
                                .mapToObj(i -> new SeatingPlan.Seat(i + 1, i * 10, row * 10, null, null, null))
                                .toList()))
                .toList();
        assertThat(faults(plan(0, rows.toArray(SeatingPlan.Row[]::new))))
                .containsExactly("plan.sections too-many-seats");
        assertThat(faults(plan(0, rows.subList(0, 100).toArray(SeatingPlan.Row[]::new))))
                .isEmpty();
    }

    @Test
    void notesAreReadable() {
        assertThat(faults(plan(new SeatingPlan.Seat(1, 0, 0, null, null, "\u202Elight tower"))))
                .containsExactly("plan.sections[0].rows[0].seats[0].view text");
        assertThat(faults(plan(new SeatingPlan.Seat(1, 0, 0, null, null, "x".repeat(101)))))
                .containsExactly("plan.sections[0].rows[0].seats[0].view text");
    }

    @Test
    void aForgedPlanGetsAShortAnswer() {
        SeatingPlan.Seat[] same =
                IntStream.range(0, 400).mapToObj(i -> seat(0, -1e9)).toArray(SeatingPlan.Seat[]::new);
        assertThat(faults(plan(same))).hasSize(20);
        assertThatCode(() -> faults(plan(same))).doesNotThrowAnyException();
    }
}
