package podo.event.show.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.event.plan.SeatingPlan;
import podo.starter.problem.InvalidField;

/**
 * Assigns every seat and every standing area of a plan to exactly one grade: that of a zone of rows, or with the area's name, or else the
 * one with which it is painted.
 */
public class SeatGrades {

    private record Row(String section, String name) {}

    private final Map<Row, String> gradeOf = new HashMap<>();
    private final Map<String, String> gradeOfArea = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<InvalidField.Field> invalid = new ArrayList<>();

    private SeatGrades(SeatingPlan plan, List<Grade> grades) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        plan.sections()
                .forEach(section -> rows.put(
                        section.name(),
                        section.rows().stream().map(SeatingPlan.Row::name).toList()));
        Set<String> areas = plan.areas().stream().map(SeatingPlan.Area::name).collect(Collectors.toSet());
        for (int i = 0; i < grades.size(); i++) {
            if (!names.add(grades.get(i).name())) {
                invalid.add(new InvalidField.Field("grades[" + i + "].name", "grade-twice"));
            }
            for (int j = 0; j < grades.get(i).zones().size(); j++) {
                String field = "grades[%d].zones[%d]".formatted(i, j);
                Grade.Zone zone = grades.get(i).zones().get(j);
                if (areas.contains(zone.section())) {
                    assignArea(grades.get(i).name(), zone, field);
                } else {
                    assign(grades.get(i).name(), zone, rows, field);
                }
            }
        }
        requireGrades(plan);
        requireSeats(plan, grades);
    }

    /** Throws {@link InvalidField} with every unknown, overlapping or doubly named zone and every section with a seat without a grade. */
    public static SeatGrades of(SeatingPlan plan, List<Grade> grades) {
        SeatGrades result = new SeatGrades(plan, grades);
        if (!result.invalid.isEmpty()) {
            throw new InvalidField(result.invalid);
        }
        return result;
    }

    /**
     * The name of the seat's grade.
     *
     * @param painted the grade with which the plan paints the seat
     */
    public String of(String section, String row, @Nullable String painted) {
        String grade = find(section, row, painted);
        if (grade == null) {
            throw new IllegalArgumentException("a seat without grade in row " + section + " " + row);
        }
        return grade;
    }

    private @Nullable String find(String section, String row, @Nullable String painted) {
        String ofRow = gradeOf.get(new Row(section, row));
        if (ofRow != null) {
            return ofRow;
        }
        return painted != null && names.contains(painted) ? painted : null;
    }

    /** The name of the area's grade. */
    public String of(SeatingPlan.Area area) {
        String grade = find(area);
        if (grade == null) {
            throw new IllegalArgumentException("an area without grade: " + area.name());
        }
        return grade;
    }

    private @Nullable String find(SeatingPlan.Area area) {
        String byName = gradeOfArea.get(area.name());
        if (byName != null) {
            return byName;
        }
        return area.grade() != null && names.contains(area.grade()) ? area.grade() : null;
    }

    private void assignArea(String grade, Grade.Zone zone, String field) {
        if (zone.fromRow() != null || zone.toRow() != null) {
            invalid.add(new InvalidField.Field(
                    field + (zone.fromRow() != null ? ".fromRow" : ".toRow"), "no-such-row", zone.section()));
        } else if (gradeOfArea.putIfAbsent(zone.section(), grade) != null) {
            invalid.add(new InvalidField.Field(field, "area-with-two-grades", zone.section()));
        }
    }

    private void requireGrades(SeatingPlan plan) {
        plan.areas().stream()
                .filter(area -> find(area) == null)
                .forEach(area -> invalid.add(new InvalidField.Field("grades", "area-has-no-grade", area.name())));
        for (SeatingPlan.Section section : plan.sections()) {
            section.rows().stream()
                    .filter(row -> row.seats().stream()
                            .anyMatch(seat -> find(section.name(), row.name(), seat.grade()) == null))
                    .findFirst()
                    .ifPresent(row -> invalid.add(
                            new InvalidField.Field("grades", "row-without-grade", section.name(), row.name())));
        }
    }

    /** A grade without zones names what is painted; nobody could buy one that names nothing. */
    private void requireSeats(SeatingPlan plan, List<Grade> grades) {
        List<String> painted = plan.paintedGrades();
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).zones().isEmpty()
                    && !painted.contains(grades.get(i).name())) {
                invalid.add(new InvalidField.Field(
                        "grades[" + i + "].zones",
                        "grade-not-painted",
                        grades.get(i).name()));
            }
        }
    }

    private void assign(String grade, Grade.Zone zone, Map<String, List<String>> rows, String field) {
        List<String> sectionRows = rows.get(zone.section());
        if (sectionRows == null) {
            invalid.add(new InvalidField.Field(field + ".section", "no-such-section", zone.section()));
            return;
        }
        int from = indexOf(zone.fromRow(), sectionRows, 0);
        int to = indexOf(zone.toRow(), sectionRows, sectionRows.size() - 1);
        if (from < 0 || to < 0) {
            invalid.add(
                    new InvalidField.Field(field + (from < 0 ? ".fromRow" : ".toRow"), "no-such-row", zone.section()));
            return;
        }
        if (from > to) {
            invalid.add(new InvalidField.Field(field + ".toRow", "rows-reversed"));
            return;
        }
        for (String row : sectionRows.subList(from, to + 1)) {
            if (gradeOf.putIfAbsent(new Row(zone.section(), row), grade) != null) {
                invalid.add(new InvalidField.Field(field, "row-with-two-grades", zone.section(), row));
                return;
            }
        }
    }

    private static int indexOf(@Nullable String row, List<String> rows, int defaultIndex) {
        return row == null ? defaultIndex : rows.indexOf(row);
    }
}
