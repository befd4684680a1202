package podo.event.show.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.event.venue.Section;
import podo.starter.problem.InvalidField;

/** Assigns every row of a venue to exactly one grade. */
public class SeatGrades {

    private record Row(String section, String name) {}

    private final Map<Row, String> gradeOf = new HashMap<>();
    private final List<InvalidField.Field> invalid = new ArrayList<>();

    private SeatGrades(List<Section> sections, List<Grade> grades) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        sections.forEach(section -> rows.put(section.name(), section.rowNames()));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < grades.size(); i++) {
            if (!names.add(grades.get(i).name())) {
                invalid.add(new InvalidField.Field("grades[" + i + "].name", "grade-twice"));
            }
            for (int j = 0; j < grades.get(i).zones().size(); j++) {
                String field = "grades[%d].zones[%d]".formatted(i, j);
                assign(grades.get(i).name(), grades.get(i).zones().get(j), rows, field);
            }
        }
        rows.forEach((section, sectionRows) -> sectionRows.stream()
                .filter(row -> !gradeOf.containsKey(new Row(section, row)))
                .findFirst()
                .ifPresent(row -> invalid.add(new InvalidField.Field("grades", "row-without-grade", section, row))));
    }

    /** Throws {@link InvalidField} with every unknown, overlapping or doubly named zone and every row without a grade. */
    public static SeatGrades of(List<Section> sections, List<Grade> grades) {
        SeatGrades result = new SeatGrades(sections, grades);
        if (!result.invalid.isEmpty()) {
            throw new InvalidField(result.invalid);
        }
        return result;
    }

    /** The name of the row's grade. */
    public String of(String section, String row) {
        String grade = gradeOf.get(new Row(section, row));
        if (grade == null) {
            throw new IllegalArgumentException("the venue has no row " + section + " " + row);
        }
        return grade;
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
