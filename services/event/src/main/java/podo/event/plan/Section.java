package podo.event.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A block of rows in short: what the simple form of a venue describes, and the outline of a section of any plan.
 *
 * @param seatsPerRow of a plan that was drawn: of its longest row
 * @param firstRow the name of the first row, a number or letters; the others follow in sequence
 * @param aislesAfter how many seats from the left an aisle follows
 * @param accessible wheelchair places, as {@code row-number}
 * @param names of all rows, when they do not follow in sequence
 * @param grades with which its seats are painted; null where none are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Section(
        String name,
        int rows,
        int seatsPerRow,
        String firstRow,
        List<Integer> aislesAfter,
        List<String> accessible,
        @Nullable List<String> names,
        @Nullable List<String> grades) {

    /** Seats of a row that are further apart than this (plan units) have an aisle between them. */
    private static final int MAX_PITCH = 15;

    public Section(
            String name,
            int rows,
            int seatsPerRow,
            String firstRow,
            List<Integer> aislesAfter,
            List<String> accessible) {
        this(name, rows, seatsPerRow, firstRow, aislesAfter, accessible, null, null);
    }

    /** From the row nearest to the stage. */
    public List<String> rowNames() {
        return names != null
                ? names
                : IntStream.range(0, rows)
                        .mapToObj(row -> RowNames.after(firstRow, row))
                        .toList();
    }

    public int capacity() {
        return rows * seatsPerRow;
    }

    /** The outline of a section that was drawn. */
    static Section of(SeatingPlan.Section drawn) {
        List<String> names = drawn.rows().stream().map(SeatingPlan.Row::name).toList();
        List<SeatingPlan.Seat> longest = drawn.rows().stream()
                .map(SeatingPlan.Row::seats)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return new Section(
                drawn.name(),
                names.size(),
                longest.size(),
                names.getFirst(),
                IntStream.range(1, longest.size())
                        .filter(i -> longest.get(i).x() - longest.get(i - 1).x() > MAX_PITCH)
                        .boxed()
                        .toList(),
                drawn.rows().stream()
                        .flatMap(row -> row.seats().stream()
                                .filter(seat -> seat.kind() == SeatKind.ACCESSIBLE)
                                .map(seat -> row.name() + "-" + seat.number()))
                        .toList(),
                names,
                paintedGrades(drawn));
    }

    private static @Nullable List<String> paintedGrades(SeatingPlan.Section drawn) {
        List<String> painted = new SeatingPlan(null, List.of(drawn), List.of(), List.of()).paintedGrades();
        return painted.isEmpty() ? null : painted;
    }
}
