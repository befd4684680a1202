package podo.event.show;

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

/** Which row is sold in which grade: every row in exactly one, or there is no plan. */
class SeatGrades {

    private record Row(String section, String name) {}

    private final Map<Row, String> gradeOf = new HashMap<>();
    private final List<InvalidField.Field> wrong = new ArrayList<>();

    private SeatGrades(List<Section> sections, List<Grade> grades) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        sections.forEach(section -> rows.put(section.name(), section.rowNames()));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < grades.size(); i++) {
            if (!names.add(grades.get(i).name())) {
                wrong.add(new InvalidField.Field("grades[" + i + "].name", "grade-twice"));
            }
            for (int j = 0; j < grades.get(i).zones().size(); j++) {
                String field = "grades[%d].zones[%d]".formatted(i, j);
                claim(grades.get(i).name(), grades.get(i).zones().get(j), rows, field);
            }
        }
        rows.forEach((section, all) -> all.stream()
                .filter(row -> !gradeOf.containsKey(new Row(section, row)))
                .findFirst()
                .ifPresent(row -> wrong.add(new InvalidField.Field("grades", "row-without-grade", section, row))));
    }

    /** Throws {@link InvalidField} with every zone that names nothing, or what another has, and every section left open. */
    static SeatGrades of(List<Section> sections, List<Grade> grades) {
        SeatGrades result = new SeatGrades(sections, grades);
        if (!result.wrong.isEmpty()) {
            throw new InvalidField(result.wrong);
        }
        return result;
    }

    /** The grade's name. */
    String of(String section, String row) {
        String grade = gradeOf.get(new Row(section, row));
        if (grade == null) {
            throw new IllegalArgumentException("no such row: " + section + " " + row);
        }
        return grade;
    }

    private void claim(String grade, Grade.Zone zone, Map<String, List<String>> rows, String field) {
        List<String> all = rows.get(zone.section());
        if (all == null) {
            wrong.add(new InvalidField.Field(field + ".section", "no-such-section", zone.section()));
            return;
        }
        int from = index(zone.fromRow(), all, 0);
        int to = index(zone.toRow(), all, all.size() - 1);
        if (from < 0 || to < 0) {
            wrong.add(
                    new InvalidField.Field(field + (from < 0 ? ".fromRow" : ".toRow"), "no-such-row", zone.section()));
            return;
        }
        if (from > to) {
            wrong.add(new InvalidField.Field(field + ".toRow", "rows-reversed"));
            return;
        }
        for (String row : all.subList(from, to + 1)) {
            if (gradeOf.putIfAbsent(new Row(zone.section(), row), grade) != null) {
                wrong.add(new InvalidField.Field(field, "row-with-two-grades", zone.section(), row));
                return;
            }
        }
    }

    private static int index(@Nullable String row, List<String> all, int otherwise) {
        return row == null ? otherwise : all.indexOf(row);
    }
}
