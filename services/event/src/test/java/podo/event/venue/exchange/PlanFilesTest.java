package podo.event.venue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.event.plan.PlanSeats;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatKind;
import podo.event.plan.SeatingPlan;
import podo.starter.problem.InvalidField;
import tools.jackson.databind.json.JsonMapper;

class PlanFilesTest {

    private final PlanFiles files = new PlanFiles(
            JsonMapper.builder().build(),
            Validation.buildDefaultValidatorFactory().getValidator());

    private static SeatingPlan plan() {
        List<SeatingPlan.Seat> seats = List.of(
                new SeatingPlan.Seat(1, -5, 0, "VIP", SeatKind.ACCESSIBLE, null),
                new SeatingPlan.Seat(2, 5, 0, "VIP", SeatKind.COMPANION, "a pillar, left"));
        return new SeatingPlan(
                null,
                List.of(new SeatingPlan.Section(
                        "=Stalls \"A\"", 100, 50, 90.0, 0.0, List.of(new SeatingPlan.Row("A", seats)))),
                List.of(),
                List.of());
    }

    private List<String> refused(String file) {
        InvalidField refused = catchThrowableOfType(InvalidField.class, () -> files.read(file));
        return refused.fields().stream().map(InvalidField.Field::field).toList();
    }

    @Test
    void csvBringsEverySeatBackToWhereItWas() {
        String csv = PlanCsv.write(plan());
        assertThat(csv).contains("\"'=Stalls \"\"A\"\"\",A,2,VIP,COMPANION,\"a pillar, left\",100,55");
        assertThat(PlanSeats.of(files.read(csv))).isEqualTo(PlanSeats.of(plan()));
    }

    @Test
    void csvIsReadWithLineEndsAndMarksOfEverySystem() {
        String csv = "\uFEFF" + PlanCsv.write(plan()).replace("\r\n", "\n");
        assertThat(PlanSeats.of(files.read(csv))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n", "[]", "{", "{\"sections\":7}", "{\"sections\":[{\"x\":\"far\"}]}"})
    void whatIsNoPlanIsRefused(String file) {
        assertThat(refused(file)).hasSize(1);
    }

    @Test
    void aCsvFaultNamesItsLine() {
        assertThat(refused("section,row,number,grade,kind,view,x,y\nA,1,one,,,,0,0"))
                .containsExactly("line 2");
        assertThat(refused("section,row,number,grade,kind,view,x,y\nA,1,1,,,,0"))
                .containsExactly("line 2");
        assertThat(refused("section,row,number,grade,kind,view,x,y\nA,1,1,,THRONE,,0,0"))
                .containsExactly("line 2");
    }

    @Test
    void namesOfAFileObeyTheRulesOfEveryPlan() {
        assertThat(refused("section,row,number,grade,kind,view,x,y\n,A,1,,,,0,0"))
                .containsExactly("sections[0].name");
    }

    @Test
    void aPlanOfPretixIsScaledToOurSeats() {
        SeatingPlan plan = files.read("""
                {"name": "Hall", "categories": [{"name": "Stalls", "color": "red"}], "size": {"width": 500, "height": 300},
                 "zones": [{"name": "Ground", "position": {"x": 100, "y": 200}, "areas": [
                   {"shape": "rectangle", "rectangle": {"width": 150, "height": 50}, "position": {"x": 0, "y": -100},
                    "text": {"text": "Stage", "position": {"x": 0, "y": 0}}}],
                  "rows": [{"row_number": "A", "position": {"x": 0, "y": 25}, "seats": [
                    {"seat_guid": "a1", "seat_number": "1", "category": "Stalls", "position": {"x": 0, "y": 0}},
                    {"seat_guid": "a2", "seat_number": "2", "category": "Stalls", "position": {"x": 25, "y": 0}},
                    {"seat_guid": "a3", "seat_number": "3", "category": "Stalls", "position": {"x": 50, "y": 0}}]}]}]}
                """);
        assertThat(PlanSeats.of(plan))
                .extracting(PlannedSeat::section, PlannedSeat::row, PlannedSeat::number, PlannedSeat::x, PlannedSeat::y)
                .containsExactly(
                        tuple("Ground", "A", 1, 40, 90),
                        tuple("Ground", "A", 2, 50, 90),
                        tuple("Ground", "A", 3, 60, 90));
        assertThat(plan.paintedGrades()).containsExactly("Stalls");
        assertThat(plan.shapes()).singleElement().satisfies(stage -> {
            assertThat(stage.kind()).isEqualTo(SeatingPlan.ShapeKind.STAGE);
            assertThat(stage.width()).isEqualTo(60);
            assertThat(stage.y()).isEqualTo(40);
        });
    }

    @Test
    void aRowOfPretixWithoutNumbersIsCountedAndOneWithSomeIsRefused() {
        String row = """
                {"zones": [{"name": "Z", "position": {"x": 0, "y": 0}, "rows": [{"row_number": "A", "seats": [
                  {"seat_number": "%s", "category": "S", "position": {"x": 0, "y": 0}},
                  {"seat_number": "x", "category": "S", "position": {"x": 10, "y": 0}}]}]}]}""";
        assertThat(PlanSeats.of(files.read(row.formatted("w"))))
                .extracting(PlannedSeat::number)
                .containsExactly(1, 2);
        assertThat(refused(row.formatted("7"))).containsExactly("zones[0].rows[0].seats[1].seat_number");
    }
}
