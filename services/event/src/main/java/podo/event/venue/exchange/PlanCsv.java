package podo.event.venue.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.event.plan.PlanSeats;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatKind;
import podo.event.plan.SeatingPlan;
import podo.starter.problem.InvalidField;
import podo.starter.text.WrittenText;

/**
 * A plan's seats as CSV, one line each: section, row, number, grade, kind, view, x, y. Places are those in the hall, in plan units, so
 * sections come back neither turned nor curved but with every seat where it was. Areas and shapes are not part of it.
 */
public final class PlanCsv {

    private static final String HEADER = "section,row,number,grade,kind,view,x,y";
    /** A spreadsheet takes a cell that begins with one of these for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final int COLUMNS = 8;

    private PlanCsv() {}

    public static String write(SeatingPlan plan) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        for (PlannedSeat seat : PlanSeats.of(plan)) {
            csv.append(cell(seat.section()))
                    .append(',')
                    .append(cell(seat.row()))
                    .append(',');
            csv.append(seat.number()).append(',').append(cell(seat.grade())).append(',');
            csv.append(seat.kind() == null ? "" : seat.kind().name()).append(',');
            csv.append(cell(seat.view())).append(',').append(seat.x()).append(',');
            csv.append(seat.y()).append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Throws {@link InvalidField} that names the line. Sections, rows and seats keep the order in which they first appear. */
    static SeatingPlan read(String csv) {
        List<List<String>> lines = CsvLines.of(csv);
        if (lines.isEmpty()
                || !String.join(",", lines.getFirst()).toLowerCase(Locale.ROOT).equals(HEADER)) {
            throw new InvalidField("file", "csv-header", HEADER);
        }
        Map<String, Map<String, List<SeatingPlan.Seat>>> sections = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = lines.get(i);
            String line = "line " + (i + 1);
            if (cells.size() != COLUMNS) {
                throw new InvalidField(line, "csv-columns", COLUMNS);
            }
            sections.computeIfAbsent(text(cells.get(0)), name -> new LinkedHashMap<>())
                    .computeIfAbsent(text(cells.get(1)), name -> new ArrayList<>())
                    .add(seat(cells, line));
        }
        return new SeatingPlan(
                null,
                sections.entrySet().stream()
                        .map(section -> CentredSection.of(section.getKey(), section.getValue()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static SeatingPlan.Seat seat(List<String> cells, String line) {
        try {
            return new SeatingPlan.Seat(
                    Integer.parseInt(cells.get(2).strip()),
                    Double.parseDouble(cells.get(6).strip()),
                    Double.parseDouble(cells.get(7).strip()),
                    text(cells.get(3)),
                    cells.get(4).isBlank()
                            ? null
                            : SeatKind.valueOf(cells.get(4).strip().toUpperCase(Locale.ROOT)),
                    text(cells.get(5)));
        } catch (IllegalArgumentException e) {
            throw new InvalidField(line, "csv-value");
        }
    }

    private static String text(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return WrittenText.normalise(guarded ? cell.substring(1) : cell);
    }
}
